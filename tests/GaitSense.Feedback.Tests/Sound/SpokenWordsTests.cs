using GaitSense.Core;
using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Tests;

/// <summary>Recordings of any kind become phrases that are alike.</summary>
public sealed class SpokenWordsTests
{
    [Fact]
    public void Words_OfAnyLevel_BecomeEquallyLoudAndBounded()
    {
        double[] levels = [.. new[] { 0.01, 0.1, 1.0, 30.0 }.SelectMany(gain => new[] { 1, 2, 3 }.Select(seed => Level(Prepare(Babble(seed, gain)))))];
        (levels.Max() - levels.Min()).ShouldBeLessThan(2);

        static double Level(SoundClip clip)
        {
            Ear.Peak(clip.Samples).ShouldBeLessThanOrEqualTo(SoundClip.Share(CueVoice.Words));
            return Ear.Db(SpeechLevel.SpokenRms([.. clip.Samples.ToArray().Select(s => (double)s)]));
        }
    }

    [Fact]
    public void Words_AgainstABeat_AreAboutAsLoud()
    {
        double words = Ear.LoudestRms(Prepare(Babble(1, 1)).Samples), beat = Ear.LoudestRms(new CueTones(new SoundOptions()).Beat(Foot.Left).Samples);
        Ear.Db(words / beat).ShouldBeInRange(-4, 4);
    }

    [Fact]
    public void Words_TooHighPeaks_AreTurnedDownNotCut()
    {
        // A steady tone with one burst 12 dB above it: its waveform stays a sine, so nothing appears at odd multiples of its pitch.
        float[] burst = new float[48_000];
        for (int i = 0; i < burst.Length; i++) burst[i] = (float)((i is > 20_000 and < 21_500 ? 0.8 : 0.2) * Math.Sin(2 * Math.PI * 1000 * i / 48_000));
        float[] prepared = Prepare(burst).Samples.ToArray();
        float[] within = prepared[20_100..21_400];
        for (int i = 0; i < within.Length; i++) within[i] *= (float)SmoothRamp.At(Math.Min(i, within.Length - i), within.Length / 2);
        Ear.EnergyBetween(within, 2500, 24_000).ShouldBeLessThan(1e-5);
        Ear.Peak(prepared).ShouldBeGreaterThan(0.8 * SoundClip.Share(CueVoice.Words));
    }

    [Fact]
    public void Words_WithPausesAround_AreCutToWhatIsSaid()
    {
        float[] said = Babble(1, 1)[1000..43_400];
        float[] late = [.. new float[30_000], .. said, .. new float[50_000]];
        SoundClip clip = Prepare(late);
        clip.Samples.Length.ShouldBeInRange(said.Length - 1000, said.Length + (2 * 960));
        Ear.FirstHeard(clip.Samples).ShouldBeInRange(1, 1500);
    }

    [Fact]
    public void Words_ThatBeginAtOnce_BeginSmoothly()
    {
        float[] square = new float[20_000];
        for (int i = 0; i < square.Length; i++) square[i] = (float)Math.Cos(2 * Math.PI * 500 * i / 48_000);
        Ear.Roughness(Prepare(square).Samples).ShouldBeLessThan(0.01); // a step has 1
    }

    [Fact]
    public void Words_NothingToHear_AreAbsent()
    {
        SpokenWords words = new(new Dictionary<string, float[]>(StringComparer.Ordinal) { ["a"] = [], ["b"] = new float[1000], ["c"] = [float.NaN, 0], ["e"] = [0.5f], ["d"] = Babble(1, 1) });
        words.Keys.ShouldBe(["d"]);
        words.TryGet("a", out _).ShouldBeFalse();
        SpokenWords.None.TryGet("d", out _).ShouldBeFalse();
    }

    private static SoundClip Prepare(float[] recording)
    {
        new SpokenWords(new Dictionary<string, float[]>(StringComparer.Ordinal) { ["x"] = recording }).TryGet("x", out SoundClip? clip).ShouldBeTrue();
        return clip!;
    }

    // Speech-like: pulses of a voice, resonances, syllables, pauses.
    private static float[] Babble(int seed, double gain)
    {
        Random random = new(seed);
        double[] x = new double[48_000];
        for (int syllable = 0; syllable < 5; syllable++)
        {
            double formant = 400 + (random.NextDouble() * 1200), loud = 0.3 + (0.7 * random.NextDouble());
            for (int pulse = 0; pulse < 16; pulse++)
            {
                int at = 1000 + (syllable * 9000) + (pulse * 400);
                for (int i = 0; i < 400; i++) x[at + i] += loud * Math.Exp(-i / 70.0) * Math.Sin(2 * Math.PI * formant * i / 48_000);
            }
        }

        return [.. x.Select(s => (float)(gain * s))];
    }
}
