using GaitSense.Core;

namespace GaitSense.Feedback.Sound;

/// <summary>Gains of the two channels, neither above 1.</summary>
internal readonly record struct StereoGain(float Left, float Right)
{
    // Equal power with 20 dB between the ears: clearly one side, yet not the unnatural nothing in the other ear.
    private const double NearGain = 0.995037190209989, FarGain = 0.0995037190209989;

    /// <summary>Gains for a sound on a side; null: in the middle.</summary>
    public static StereoGain For(Foot? side, EarMode ears, double gain) => (ears, side) switch
    {
        (EarMode.Left, _) => new((float)gain, 0),
        (EarMode.Right, _) => new(0, (float)gain),
        (_, Foot.Left) => new((float)(NearGain * gain), (float)(FarGain * gain)),
        (_, Foot.Right) => new((float)(FarGain * gain), (float)(NearGain * gain)),
        _ => new((float)(Math.Sqrt(0.5) * gain), (float)(Math.Sqrt(0.5) * gain)),
    };
}
