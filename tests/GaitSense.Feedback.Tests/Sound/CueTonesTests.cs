using System.ComponentModel.DataAnnotations;
using GaitSense.Core;
using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Tests;

/// <summary>What the tones are like, told from their samples.</summary>
public sealed class CueTonesTests
{
    private static readonly CueTones Tones = new(new SoundOptions());

    public static TheoryData<string> Names => ["left beat", "right beat", "left test", "right test", "good step"];

    [Theory, MemberData(nameof(Names))]
    public void Tone_Attack_RisesSlowly(string name)
    {
        ReadOnlySpan<float> tone = Clip(Tones, name).Samples;
        Ear.RiseS(tone).ShouldBeGreaterThan(0.006);
        tone[0].ShouldBe(0);
    }

    [Theory, MemberData(nameof(Names))]
    public void Tone_Onset_CanBeReadFromSamples(string name)
    {
        float gain = name.EndsWith("beat", StringComparison.Ordinal) ? 0.02f : 0.05f;
        float[] quiet = [.. Clip(Tones, name).Samples.ToArray().Select(s => s * gain)];
        double lateS = Ear.FirstHeard(quiet) / 48_000.0;
        lateS.ShouldBeInRange(0, 0.001);
    }

    [Theory, MemberData(nameof(Names))]
    public void Tone_AnyPlace_HasNoClick(string name)
    {
        ReadOnlySpan<float> tone = Clip(Tones, name).Samples;
        // A sine of 3140 Hz alone has 0.17; a step or a corner has more.
        Ear.Roughness(tone).ShouldBeLessThan(0.06);
        Ear.Db(Math.Sqrt(Ear.EnergyBetween(tone, 8000, 24_000))).ShouldBeLessThan(-60);
        tone[^1].ShouldBe(0);
    }

    [Theory, MemberData(nameof(Names))]
    public void Tone_Energy_IsWhereOlderEarsHear(string name) =>
        Ear.EnergyBetween(Clip(Tones, name).Samples, 300, 4000).ShouldBeGreaterThan(0.99);

    [Theory, MemberData(nameof(Names))]
    public void Tone_Loudness_IsThatOfTheOthers(string name)
    {
        SoundClip tone = Clip(Tones, name), beat = Tones.Beat(Foot.Left);
        Ear.Db(Ear.LoudestRms(tone.Samples) / Ear.LoudestRms(beat.Samples)).ShouldBeInRange(-4, 1);
        Ear.Db(Ear.Peak(tone.Samples) / Ear.Peak(beat.Samples)).ShouldBeInRange(-5.5, 0.1);
    }

    [Fact]
    public void Beats_LeftAndRight_DifferByAFifth()
    {
        double left = Ear.LoudestHz(Tones.Beat(Foot.Left).Samples), right = Ear.LoudestHz(Tones.Beat(Foot.Right).Samples);
        left.ShouldBe(523.25, 5);
        (right / left).ShouldBe(1.5, 0.02);
    }

    [Fact]
    public void GoodStep_SecondHalf_IsHigherThanTheFirst()
    {
        ReadOnlySpan<float> tone = Tones.GoodStep.Samples;
        double first = Ear.LoudestHz(tone[..(tone.Length / 3)]), second = Ear.LoudestHz(tone[(tone.Length / 2)..]);
        (second / first).ShouldBe(1.25, 0.05);
    }

    [Theory]
    [InlineData(300, 1200)]
    [InlineData(300, 900)]
    [InlineData(1000, 3000)]
    public void Tones_ARangeOfPitch_StayInIt(double minHz, double maxHz)
    {
        CueTones tones = new(new SoundOptions { MinHz = minHz, MaxHz = maxHz });
        foreach (string name in Names.Select(row => row.Data))
            Ear.EnergyBetween(Clip(tones, name).Samples, 0.93 * minHz, 1.07 * maxHz).ShouldBeGreaterThan(0.98, name);
        (tones.RightHz / tones.LeftHz).ShouldBe(1.5, 1e-9);
    }

    [Fact]
    public void Options_TooNarrowARange_AreRefused()
    {
        SoundOptions options = new() { MinHz = 500, MaxHz = 1400 };
        Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true).ShouldBeFalse();
        SoundOptions usual = new();
        Validator.TryValidateObject(usual, new ValidationContext(usual), [], validateAllProperties: true).ShouldBeTrue();
    }

    [Theory, InlineData(0.3f), InlineData(float.NaN)]
    public void Clip_LouderThanItsShare_IsRefused(float sample) =>
        Should.Throw<ArgumentException>(() => new SoundClip(CueVoice.Beat, [0, sample, 0]));

    [Fact]
    public void Clip_NotFromSilence_IsRefused() => Should.Throw<ArgumentException>(() => new SoundClip(CueVoice.Beat, [0.1f, 0.1f, 0]));

    private static SoundClip Clip(CueTones tones, string name) => name switch
    {
        "left beat" => tones.Beat(Foot.Left),
        "right beat" => tones.Beat(Foot.Right),
        "left test" => tones.Test(Foot.Left),
        "right test" => tones.Test(Foot.Right),
        _ => tones.GoodStep,
    };
}
