namespace GaitSense.Core;

/// <summary>
/// Axes taken for others, with their signs: what stands for x, y and z. 1 is x, 2 is y, 3 is z; a negative number is the opposite direction. (1, 2, 3) leaves all
/// as it is; (-2, 1, 3) takes what is read on -y for x and what is read on x for y.
/// </summary>
/// <param name="X">What stands for x: ±1 to ±3.</param>
/// <param name="Y">What stands for y.</param>
/// <param name="Z">What stands for z.</param>
public readonly record struct SignedAxes(sbyte X, sbyte Y, sbyte Z)
{
    /// <summary>All ways to name three axes: 24 turns, and 24 mirrored.</summary>
    internal const int Count = 48;

    /// <summary>Each axis is itself.</summary>
    public static SignedAxes Same => new(1, 2, 3);

    /// <summary>Whether a turn does it; else something is mirrored.</summary>
    public bool IsTurn => (IsEvenOrder ? 1 : -1) * Math.Sign(X) * Math.Sign(Y) * Math.Sign(Z) > 0;

    /// <summary>Whether only signs differ.</summary>
    public bool IsSignsOnly => Math.Abs((int)X) == 1 && Math.Abs((int)Y) == 2;

    private bool IsEvenOrder => (Math.Abs((int)X), Math.Abs((int)Y)) is (1, 2) or (2, 3) or (3, 1);

    /// <summary>The axes by name: "x, y, -z".</summary>
    public override string ToString() => $"{Name(X)}, {Name(Y)}, {Name(Z)}";

    /// <summary>The vector in the axes that these stand for.</summary>
    internal Vector3D Of(in Vector3D v) => new(Of(X, in v), Of(Y, in v), Of(Z, in v));

    /// <summary>One of the 48; the first is <see cref="Same"/>.</summary>
    internal static SignedAxes Number(int i)
    {
        (int x, int y, int z) = (i / 8) switch { 0 => (1, 2, 3), 1 => (1, 3, 2), 2 => (2, 1, 3), 3 => (2, 3, 1), 4 => (3, 1, 2), _ => (3, 2, 1) };
        return new SignedAxes((sbyte)((i & 1) != 0 ? -x : x), (sbyte)((i & 2) != 0 ? -y : y), (sbyte)((i & 4) != 0 ? -z : z));
    }

    private static string Name(sbyte axis) => axis switch { 1 => "x", 2 => "y", 3 => "z", -1 => "-x", -2 => "-y", -3 => "-z", _ => "?" };

    private static double Of(sbyte axis, in Vector3D v)
    {
        double value = Math.Abs((int)axis) switch { 1 => v.X, 2 => v.Y, _ => v.Z };
        return axis < 0 ? -value : value;
    }
}
