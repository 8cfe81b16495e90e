namespace GaitSense.Core;

/// <summary>How the core thinks a sensor sits on its foot.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="Time">Time of the sample that gave the estimate.</param>
/// <param name="Axes">The foot frame's axes in the sensor frame.</param>
/// <param name="IsDeclared">Whether forward was declared; otherwise it was learned from the signal.</param>
/// <param name="ForwardConfidence">0 to 1: how sure the sign of forward is; 1 when declared.</param>
public readonly record struct MountingEstimate(Foot Foot, DeviceTime Time, MountingAxes Axes, bool IsDeclared, double ForwardConfidence)
{
    /// <summary>The estimate in a line: "left foot at 2.120000 s: forward is (0.940, 0.000, 0.342) and up (-0.342, 0.000, 0.940) in the sensor's axes, learned, sure to 93 %".</summary>
    public override string ToString()
    {
        string origin = IsDeclared ? "declared" : Print.Line($"learned, sure to {100 * ForwardConfidence:0} %");
        return $"{Print.Words(Foot)} foot at {Time}: forward is {Axes.Forward} and up {Axes.Up} in the sensor's axes, {origin}";
    }
}
