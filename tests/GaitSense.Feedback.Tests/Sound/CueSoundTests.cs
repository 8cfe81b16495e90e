using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Tests;

/// <summary>Cues become sounds at their frames.</summary>
public sealed class CueSoundTests
{
    private readonly CueMixer _mixer = new(new SoundOptions { VolumeDb = 0 });
    private readonly CueTones _tones = new(new SoundOptions());
    private readonly CueSound _sound;
    private bool _isTimeKnown = true;

    public CueSoundTests()
    {
        SpokenWords words = new(new Dictionary<string, float[]>(StringComparer.Ordinal) { [Phrases.Stop] = [.. Enumerable.Range(0, 9000).Select(i => (float)Math.Sin(i * 0.1))] });
        _sound = new CueSound(_mixer, _tones, words, t => _isTimeKnown ? t.Microseconds * 48 / 1000 : null);
    }

    [Theory]
    [InlineData(Foot.Left)]
    [InlineData(Foot.Right)]
    public void OnCue_ABeat_SoundsWhenPlannedOnItsSide(Foot foot)
    {
        _sound.OnCue(Cue(CueKind.Beat, foot, 0.1));
        float[] stereo = Render();
        float[] near = Ear.Channel(stereo, foot == Foot.Left ? 0 : 1), far = Ear.Channel(stereo, foot == Foot.Left ? 1 : 0);
        Ear.FirstHeard(near).ShouldBeInRange(4800, 4848);
        Ear.Db(Ear.Rms(near) / Ear.Rms(far)).ShouldBeGreaterThan(15);
        Ear.LoudestHz(near).ShouldBe(foot == Foot.Left ? _tones.LeftHz : _tones.RightHz, 5);
    }

    [Fact]
    public void OnCue_WordsThatAreThere_AreSaid()
    {
        _sound.OnCue(Cue(CueKind.Words, null, 0.1, Phrases.Stop));
        _sound.OnCue(Cue(CueKind.Correction, null, 0.5, Phrases.Even));
        _sound.Unspoken.ShouldBe(1);
        Ear.Peak(Render()).ShouldBeGreaterThan(0.03);
        _mixer.TryTakeReport(out VoiceReport report).ShouldBeTrue();
        (report.Fate, report.Frame).ShouldBe((VoiceFate.Begun, 4800));
        _mixer.TryTakeReport(out _).ShouldBeFalse();
    }

    [Fact]
    public void OnSilence_WhatIsPlanned_DoesNotSound()
    {
        _sound.OnCue(Cue(CueKind.Beat, Foot.Left, 0.1));
        _sound.OnCue(Cue(CueKind.GoodStep, Foot.Left, 0.1));
        _sound.OnSilence(wordsToo: true);
        Ear.Peak(Render()).ShouldBe(0);
    }

    [Fact]
    public void OnCue_WithoutAClock_IsCounted()
    {
        _isTimeKnown = false;
        _sound.OnCue(Cue(CueKind.Beat, Foot.Left, 0.1));
        Ear.Peak(Render()).ShouldBe(0);
        _sound.Unscheduled.ShouldBe(1);
    }

    [Fact]
    public void OnCue_WordsWithoutAClock_AreSaidAsSoonAsTheyCanBe()
    {
        Render();
        _isTimeKnown = false;
        _sound.OnCue(Cue(CueKind.Words, null, 0.15, Phrases.Stop));
        Ear.Peak(Render()).ShouldBeGreaterThan(0.03);
        (_mixer.TryTakeReport(out VoiceReport report), report.Fate, report.Frame).ShouldBe((true, VoiceFate.Begun, 24_000));
        _sound.Unscheduled.ShouldBe(0);
    }

    private static Cue Cue(CueKind kind, Foot? foot, double plannedS, string? phrase = null) =>
        new(0, kind, foot, DeviceTime.FromSeconds(0), DeviceTime.FromSeconds(plannedS), 0, phrase);

    private float[] Render()
    {
        float[] stereo = new float[2 * 24_000];
        _mixer.Render(stereo);
        return stereo;
    }
}
