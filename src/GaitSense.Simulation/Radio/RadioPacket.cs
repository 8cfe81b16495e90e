namespace GaitSense.Simulation.Radio;

/// <summary>What became of one notification.</summary>
/// <param name="Sequence">Running number among all that the sensor made, lost ones included, from 0.</param>
/// <param name="FirstSample">Running number of its first sample, from 0.</param>
/// <param name="SampleCount">How many samples it holds.</param>
/// <param name="ReadyS">When its last sample was taken, s on the clock of those who listen.</param>
/// <param name="ArrivalS">When it reached the program, s on the same clock; null when it never did.</param>
public readonly record struct RadioPacket(int Sequence, int FirstSample, int SampleCount, double ReadyS, double? ArrivalS)
{
    /// <summary>Whether it never arrived.</summary>
    public bool IsLost => ArrivalS is null;
}
