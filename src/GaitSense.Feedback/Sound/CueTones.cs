using GaitSense.Core;

namespace GaitSense.Feedback.Sound;

/// <summary>
/// The tones, made once before the walk. A beat is a struck bar (a few partials that die away, the higher the sooner), the left one a fifth below the
/// right one: 523 and 785 Hz, where hearing is good at any age. Every tone begins with a smooth ramp (raised cosine, 12 ms, 7 ms of them from a tenth to
/// nine tenths) and ends with one.
/// <para>
/// The onset, which is what is scheduled, is the first sample of the ramp. In a 16-bit recording the first sample that is not 0 after silence comes
/// less than 1 ms later (beats down to -34 dB, the others to -26 dB), so it can be read from the samples alone.
/// </para>
/// </summary>
public sealed class CueTones
{
    /// <summary>Length of the ramp at the beginning of a beat, s.</summary>
    public const double AttackS = 0.012;

    private const double UsualHz = 523.25, RightOverLeft = 1.5;
    private const double BeatS = 0.3, BeatReleaseS = 0.06, TestS = 0.5, TestRampS = 0.02;
    private const double NoteS = 0.16, NoteAttackS = 0.02, NoteReleaseS = 0.06, SecondNoteS = 0.11;
    private readonly SoundClip _leftBeat, _rightBeat, _leftTest, _rightTest;

    /// <summary>Makes the tones.</summary>
    /// <param name="options">Their pitch range; valid.</param>
    public CueTones(SoundOptions options)
    {
        (LeftHz, RightHz) = PitchesHz(options);
        (_leftBeat, _rightBeat) = (Beat(LeftHz, options.MaxHz), Beat(RightHz, options.MaxHz));
        (_leftTest, _rightTest) = (Test(LeftHz), Test(RightHz));
        GoodStep = Rising(2 * LeftHz, 2.5 * LeftHz);
    }

    /// <summary>Pitch of the left beat, Hz.</summary>
    public double LeftHz { get; }

    /// <summary>Pitch of the right beat, Hz.</summary>
    public double RightHz { get; }

    /// <summary>Two soft notes, rising by a third.</summary>
    public SoundClip GoodStep { get; }

    /// <summary>Pitches of the left and the right beat, Hz: a fifth apart wherever the range of pitch lies.</summary>
    public static (double LeftHz, double RightHz) PitchesHz(SoundOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double left = Math.Clamp(UsualHz, options.MinHz, options.MaxHz / SoundOptions.MinPitchRatio);
        return (left, RightOverLeft * left);
    }

    /// <summary>The beat of a foot.</summary>
    public SoundClip Beat(Foot foot) => foot == Foot.Left ? _leftBeat : _rightBeat;

    /// <summary>The test tone of a side: steady, at the pitch of that side's beat.</summary>
    public SoundClip Test(Foot foot) => foot == Foot.Left ? _leftTest : _rightTest;

    private static SoundClip Beat(double hz, double maxHz)
    {
        double[] sum = new double[Frames(BeatS)];
        Add(sum, hz, 1, 0.09);
        Add(sum, 2 * hz, 0.12, 0.05);
        if (4 * hz <= maxHz) Add(sum, 4 * hz, 0.25, 0.03);
        Shape(sum, AttackS, BeatReleaseS);
        return Clip(CueVoice.Beat, sum);
    }

    private static SoundClip Test(double hz)
    {
        double[] sum = new double[Frames(TestS)];
        Add(sum, hz, 1, double.PositiveInfinity);
        Shape(sum, TestRampS, TestRampS);
        return Clip(CueVoice.Test, sum);
    }

    private static SoundClip Rising(double firstHz, double secondHz)
    {
        double[] sum = new double[Frames(SecondNoteS + NoteS)];
        foreach ((double hz, double fromS) in new[] { (firstHz, 0), (secondHz, SecondNoteS) })
        {
            double[] note = new double[Frames(NoteS)];
            Add(note, hz, 1, 0.12);
            Shape(note, NoteAttackS, NoteReleaseS);
            for (int i = 0, at = Frames(fromS); i < note.Length; i++) sum[at + i] += note[i];
        }

        return Clip(CueVoice.GoodStep, sum);
    }

    private static void Add(double[] sum, double hz, double weight, double fallS)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            double t = (double)i / CueMixer.RateHz;
            sum[i] += weight * Math.Exp(-t / fallS) * Math.Sin(2 * Math.PI * hz * t);
        }
    }

    private static void Shape(double[] sum, double attackS, double releaseS)
    {
        SmoothRamp.In(sum.AsSpan(0, Frames(attackS)));
        SmoothRamp.Out(sum.AsSpan(sum.Length - Frames(releaseS)));
    }

    private static SoundClip Clip(CueVoice voice, double[] sum)
    {
        // A hair below the share, so that rounding to float cannot pass it.
        double scale = 0.9999 * SoundClip.Share(voice) / sum.Max(Math.Abs);
        return new SoundClip(voice, [.. sum.Select(s => (float)(scale * s))]);
    }

    private static int Frames(double seconds) => (int)Math.Round(seconds * CueMixer.RateHz);
}
