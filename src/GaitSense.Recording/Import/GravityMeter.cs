using GaitSense.Core;

namespace GaitSense.Recording.Import;

/// <summary>
/// Whether what is called acceleration is the direction of gravity that a fusion program made: its length stays within a hundredth of 1 g while the foot turns fast. A foot that swings is
/// accelerated by several m/s². One pass, fixed memory.
/// </summary>
internal sealed class GravityMeter
{
    private const double TurningRadPerS = 2, Share = 0.02, MaxSpread = 0.012;
    private const int FewestTurning = 50;

    private int _turning, _other;

    /// <summary>Whether it is gravity.</summary>
    public bool IsGravity => _turning >= FewestTurning && _other <= Share * _turning;

    /// <summary>Adds a sample.</summary>
    public void Push(in ImuSample sample)
    {
        if (!(sample.GyroRadPerS.Length > TurningRadPerS)) return;
        _turning++;
        if (!(Math.Abs((sample.AccelMps2.Length / ImportUnits.GravityMps2) - 1) <= MaxSpread)) _other++;
    }
}
