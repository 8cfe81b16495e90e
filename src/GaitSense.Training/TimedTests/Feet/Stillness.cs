namespace GaitSense.Training.TimedTests.Feet;

/// <summary>What "the foot is still" means for a test that waits for "go".</summary>
internal static class Stillness
{
    /// <summary>
    /// A foot on the ground that moves slower than this is still, m/s: 0.1 [D]. Swaying and a tremor of 0.02 rad at 4 Hz move a shoe's sensor by less; a spell of clonus, a tap and a lifted
    /// heel by more.
    /// </summary>
    public const double SpeedMps = 0.1;

    /// <summary>A foot that moves slower than this has come to rest after a small step, m/s: 0.06 [D].</summary>
    public const double CreepMps = 0.06;
}
