using GaitSense.Core;

namespace GaitSense.Simulation.Motion;

/// <summary>A vector that varies with time, with its derivatives.</summary>
internal readonly record struct JetVector(Jet X, Jet Y, Jet Z)
{
    public Vector3D Value => new(X.V, Y.V, Z.V);

    public Vector3D Velocity => new(X.D1, Y.D1, Z.D1);

    public Vector3D Acceleration => new(X.D2, Y.D2, Z.D2);

    public static JetVector operator +(in JetVector a, in JetVector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static JetVector operator -(in JetVector a, in JetVector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static implicit operator JetVector(in Vector3D v) => new(v.X, v.Y, v.Z);

    /// <summary>Turned about the vertical, left positive.</summary>
    public JetVector Turned(in Jet angleRad)
    {
        Jet c = Jet.Cos(angleRad), s = Jet.Sin(angleRad);
        return new((c * X) - (s * Y), (s * X) + (c * Y), Z);
    }
}
