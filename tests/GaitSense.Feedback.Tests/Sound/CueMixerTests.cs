using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Tests;

/// <summary>When sounds begin and end, and how loud all of them are together.</summary>
public sealed class CueMixerTests
{
    private static readonly SoundOptions Loudest = new() { VolumeDb = 0, CeilingDb = -1 };
    private static readonly CueTones Tones = new(new SoundOptions());
    private static readonly double Ceiling = Math.Pow(10, -1 / 20.0);

    [Fact]
    public void Render_AnyChunks_GivesTheSameSamples()
    {
        Mutation.SkipLong();
        float[] whole = Play([20_000]);
        Ear.Peak(whole).ShouldBeGreaterThan(0.1);
        Prop.ForAll(Gen.Choose(1, 1500).NonEmptyListOf().ToArbitrary(), sizes => Play(sizes).AsSpan().SequenceEqual(whole))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

        static float[] Play(IEnumerable<int> sizes)
        {
            CueMixer mixer = new(Loudest);
            mixer.Schedule(17, Tones.Beat(Foot.Left), Foot.Left, 0, 0);
            mixer.Schedule(9000, Tones.Beat(Foot.Right), Foot.Right, -3, 1);
            mixer.Schedule(14_417, Tones.Beat(Foot.Left), Foot.Left, -3, 2); // the first beat's place is free from this very frame on
            mixer.Schedule(9000, Tones.GoodStep, null, 0, 3);
            mixer.Schedule(12_345, Speech(7000), null, 0, 4);
            return Render(mixer, 20_000, sizes);
        }
    }

    [Fact]
    public void Render_AnyFrame_BeginsExactlyThere()
    {
        Prop.ForAll(Gen.Choose(0, 8000).ToArbitrary(), Gen.Choose(1, 700).ToArbitrary(), (frame, chunk) =>
        {
            CueMixer mixer = new(Loudest);
            SoundClip beat = Tones.Beat(Foot.Right);
            mixer.Schedule(frame, beat, Foot.Right, 0, 5);
            float[] right = Ear.Channel(Render(mixer, frame + beat.Samples.Length + 10, [chunk]), 1);
            float gain = right[frame + 400] / beat.Samples[400];
            bool same = right.AsSpan(0, frame + 1).ToArray().All(s => s == 0);
            for (int i = 0; i < beat.Samples.Length; i++) same &= Math.Abs(right[frame + i] - (gain * beat.Samples[i])) < 1e-6;
            return same && gain > 0.8 && mixer.TryTakeReport(out VoiceReport report) && report is { Number: 5, Fate: VoiceFate.Begun } && report.Frame == frame;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    [Fact]
    public void Render_AllVoicesAtOnce_StaysUnderTheCeiling()
    {
        // Clips that are as loud as they may be all the time: no real sound is worse.
        foreach (EarMode ears in Enum.GetValues<EarMode>())
        {
            CueMixer mixer = new(Loudest with { Ears = ears });
            int number = 0;
            for (int frame = 0; frame < 40_000; frame += 997)
            {
                foreach (CueVoice voice in Enum.GetValues<CueVoice>()) mixer.Schedule(frame, Square(voice, 3000), number % 3 == 0 ? null : Foot.Left, 6, number++);
                if (frame % 5 == 0) mixer.Silence();
                Ear.Peak(Render(mixer, 997, [480])).ShouldBeLessThanOrEqualTo(Ceiling);
            }
        }
    }

    [Fact]
    public void Schedule_MoreThanTheLoudest_IsNotLouder()
    {
        double Peak(double gainDb)
        {
            CueMixer mixer = new(Loudest);
            mixer.Schedule(0, Tones.Beat(Foot.Left), Foot.Left, gainDb, 0);
            return Ear.Peak(Render(mixer, 2000, [480]));
        }

        Peak(12).ShouldBe(Peak(0));
        Ear.Db(Peak(-6) / Peak(0)).ShouldBe(-6, 0.01);
    }

    [Fact]
    public void Render_Volume_IsThatOfTheOptions()
    {
        double Peak(SoundOptions options)
        {
            CueMixer mixer = new(options);
            mixer.Schedule(0, Tones.Beat(Foot.Left), Foot.Left, 0, 0);
            return Ear.Peak(Render(mixer, 2000, [480]));
        }

        Ear.Db(Peak(new SoundOptions { VolumeDb = -12, CeilingDb = -10 }) / Peak(Loudest)).ShouldBe(-21, 0.01);
    }

    [Theory, InlineData(Foot.Left), InlineData(Foot.Right)]
    public void Render_ACueOfAFoot_IsOnItsSide(Foot foot)
    {
        float[] stereo = OneBeat(EarMode.Both, foot);
        (int near, int far) = foot == Foot.Left ? (0, 1) : (1, 0);
        Ear.Db(Ear.Rms(Ear.Channel(stereo, near)) / Ear.Rms(Ear.Channel(stereo, far))).ShouldBeGreaterThan(15);
    }

    [Fact]
    public void Render_OfBothFeet_IsInTheMiddle()
    {
        float[] stereo = OneBeat(EarMode.Both, null);
        Ear.Channel(stereo, 0).ShouldBe(Ear.Channel(stereo, 1));
    }

    [Theory]
    [InlineData(EarMode.Left, 0)]
    [InlineData(EarMode.Right, 1)]
    public void Render_OneEar_LeavesTheOtherFree(EarMode ears, int channel)
    {
        foreach (Foot foot in Enum.GetValues<Foot>())
        {
            float[] stereo = OneBeat(ears, foot);
            Ear.Peak(Ear.Channel(stereo, 1 - channel)).ShouldBe(0);
            Ear.LoudestHz(Ear.Channel(stereo, channel)).ShouldBe(foot == Foot.Left ? Tones.LeftHz : Tones.RightHz, 5);
        }
    }

    [Fact]
    public void Schedule_APastFrame_IsNeverHeard()
    {
        CueMixer mixer = new(Loudest);
        Render(mixer, 480, [480]);
        mixer.NextFrame.ShouldBe(480);
        mixer.Schedule(479, Tones.Beat(Foot.Left), Foot.Left, 0, 7);
        Ear.Peak(Render(mixer, 4800, [480])).ShouldBe(0);
        mixer.Missed.ShouldBe(1);
        mixer.TryTakeReport(out VoiceReport report).ShouldBeTrue();
        report.ShouldBe(new VoiceReport(7, VoiceFate.Missed, 479, default));
        mixer.Schedule(mixer.NextFrame, Tones.Beat(Foot.Left), Foot.Left, 0, 8);
        Ear.Peak(Render(mixer, 4800, [480])).ShouldBeGreaterThan(0.1);
        mixer.Missed.ShouldBe(1);
    }

    [Fact]
    public void Schedule_AGoodStepAPastFrame_IsHeardAtOnceAndNotMuchLater()
    {
        CueMixer mixer = new(Loudest);
        Render(mixer, 48_000, [480]);
        mixer.Schedule(48_000 - 12_000, Tones.GoodStep, Foot.Left, 0, 7);
        mixer.Schedule(48_000 - 30_000, Tones.GoodStep, Foot.Left, 0, 8);
        Ear.FirstHeard(Ear.Channel(Render(mixer, 4800, [480]), 0)).ShouldBeInRange(0, 48);
        mixer.TryTakeReport(out VoiceReport missed).ShouldBeTrue();
        missed.ShouldBe(new VoiceReport(8, VoiceFate.Missed, 18_000, default));
        mixer.TryTakeReport(out VoiceReport report).ShouldBeTrue();
        report.ShouldBe(new VoiceReport(7, VoiceFate.Begun, 48_000, default));
        mixer.Missed.ShouldBe(1);
    }

    [Fact]
    public void Schedule_WordsOfPastFrames_TheNewestAreSaidAtOnceHoweverLate()
    {
        CueMixer mixer = new(Loudest);
        Render(mixer, 480_000, [480]);
        mixer.Schedule(-5_000, Speech(20_000), null, 0, 7);
        mixer.Schedule(30_000, Speech(20_000), null, 0, 8);
        mixer.Schedule(30_000, Tones.Beat(Foot.Left), Foot.Left, 0, 9);
        Render(mixer, 4800, [480]);
        Fates(mixer).ShouldBe([(7, VoiceFate.Missed), (9, VoiceFate.Missed), (8, VoiceFate.Begun)]);
    }

    [Fact]
    public void Schedule_WordsThatComeLateIntoWordsThatFade_AreSaidAfterTheFade()
    {
        CueMixer mixer = new(Loudest);
        mixer.Schedule(0, Speech(200_000), null, 0, 1);
        Render(mixer, 48_000, [480]);
        mixer.Silence();
        mixer.Schedule(40_000, Speech(20_000), null, 0, 2); // "please stop", over a long output latency
        Render(mixer, 4800, [480]);
        mixer.TryTakeReport(out _).ShouldBeTrue();
        mixer.TryTakeReport(out VoiceReport stop).ShouldBeTrue();
        stop.ShouldBe(new VoiceReport(2, VoiceFate.Begun, 48_000 + (CueMixer.RateHz * 15 / 1000), default));
    }

    [Fact]
    public void SkipTo_AHoleInTheFrames_VoidsWhatWasPlannedBefore()
    {
        CueMixer mixer = new(Loudest);
        mixer.Schedule(0, Tones.Beat(Foot.Left), Foot.Left, 0, 1);
        for (int i = 0; i < CueMixer.Capacity; i++) mixer.Schedule(90_000, Tones.Beat(Foot.Right), Foot.Right, 0, 2);
        Render(mixer, 480, [480]);
        for (int i = 1; i < CueMixer.Capacity; i++) mixer.Schedule(95_000, Tones.Beat(Foot.Right), Foot.Right, 0, 3);
        mixer.Schedule(-100, Tones.GoodStep, Foot.Right, 0, 5); // would otherwise be heard at once
        mixer.SkipTo(48_000);
        mixer.NextFrame.ShouldBe(48_000);
        Ear.Peak(Render(mixer, 1200, [480])).ShouldBeGreaterThan(0, "what sounds fades; cut off, it would click");
        Ear.Peak(Render(mixer, 60_000, [480])).ShouldBe(0, "no beat that was planned before");
        mixer.Missed.ShouldBe((2 * CueMixer.Capacity) - 1, "a beat began, and its place in the queue was another's");
        mixer.Schedule(mixer.NextFrame + 100, Tones.Beat(Foot.Left), Foot.Left, 0, 4);
        mixer.SkipTo(mixer.NextFrame);
        Ear.Peak(Render(mixer, 4800, [480])).ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void Silence_WhatHasNotBegun_DoesNotSound()
    {
        CueMixer mixer = new(Loudest);
        mixer.Schedule(1000, Tones.Beat(Foot.Left), Foot.Left, 0, 1);
        Render(mixer, 480, [480]);
        mixer.Schedule(1500, Tones.Beat(Foot.Right), Foot.Right, 0, 2);
        mixer.Silence();
        mixer.Schedule(3000, Tones.Beat(Foot.Left), Foot.Left, 0, 3); // after the silence: sounds
        float[] left = Ear.Channel(Render(mixer, 4800, [480]), 0);
        Ear.FirstHeard(left).ShouldBeInRange(3000 - 480, 3000 - 480 + 24);
        Fates(mixer).ShouldBe([(1, VoiceFate.Cancelled), (2, VoiceFate.Cancelled), (3, VoiceFate.Begun)]);
    }

    [Theory, InlineData(100), InlineData(480), InlineData(4800)]
    public void Silence_WhatSounds_FadesSmoothlyWithin20Ms(int after)
    {
        CueMixer mixer = new(Loudest);
        mixer.Schedule(0, Tones.Beat(Foot.Right), Foot.Right, 0, 1);
        float[] before = Ear.Channel(Render(mixer, after, [after]), 1);
        mixer.Silence();
        float[] then = Ear.Channel(Render(mixer, 4800, [240]), 1);
        Ear.Peak(then.AsSpan(CueMixer.RateHz * 20 / 1000)).ShouldBe(0);
        Ear.Peak(then.AsSpan(CueMixer.RateHz * 10 / 1000)).ShouldBeGreaterThan(0);
        float[] all = [.. before, .. then];
        Ear.Roughness(all).ShouldBeLessThan(0.06);
        if (after >= 480) Ear.Db(Math.Sqrt(Ear.EnergyBetween(all, 8000, 24_000))).ShouldBeLessThan(-60);
    }

    [Fact]
    public void Silence_WithAFullQueue_StillSilences()
    {
        CueMixer mixer = new(Loudest);
        int accepted = 0;
        while (mixer.Schedule(600 + accepted, Tones.Beat(Foot.Left), Foot.Left, 0, accepted)) accepted++;
        accepted.ShouldBe(CueMixer.Capacity);
        mixer.Silence();
        Ear.Peak(Render(mixer, 4800, [480])).ShouldBe(0);
        Fates(mixer).ShouldAllBe(f => f.Fate == VoiceFate.Cancelled);
    }

    [Fact]
    public void Silence_WithMoreThanCanWait_SilencesAllOfIt()
    {
        CueMixer mixer = new(Loudest);
        for (int number = 0; number < CueMixer.Capacity; number++) mixer.Schedule(9000, Tones.Beat(Foot.Left), Foot.Left, 0, number);
        Render(mixer, 480, [480]); // they wait beside the queue now, which has room again
        for (int number = 0; number < 10; number++) mixer.Schedule(9000, Tones.Beat(Foot.Left), Foot.Left, 0, CueMixer.Capacity + number).ShouldBeTrue();
        mixer.Silence();
        Ear.Peak(Render(mixer, 24_000, [480])).ShouldBe(0);
        Fates(mixer).ShouldAllBe(f => f.Fate == VoiceFate.Cancelled);
    }

    [Fact]
    public void Render_WhileWordsAreSpoken_BeatsGoOnAndGoodStepsGiveWay()
    {
        CueMixer mixer = new(Loudest);
        mixer.Schedule(0, Tones.GoodStep, null, 0, 0);
        mixer.Schedule(2000, Speech(20_000), null, 0, 1);
        mixer.Schedule(5000, Tones.GoodStep, null, 0, 2);
        mixer.Schedule(6000, Tones.Beat(Foot.Left), Foot.Left, 0, 3);
        mixer.Schedule(7000, Speech(20_000), null, 0, 4);
        mixer.Schedule(23_000, Tones.GoodStep, null, 0, 5);
        Render(mixer, 30_000, [480]);
        Fates(mixer).ShouldBe(
            [(0, VoiceFate.Begun), (1, VoiceFate.Begun), (2, VoiceFate.GaveWay), (3, VoiceFate.Begun), (4, VoiceFate.Begun), (5, VoiceFate.GaveWay)], "words wait for the words before them");
    }

    [Fact]
    public void Render_WordsInAGoodStep_FadeIt()
    {
        CueMixer mixer = new(Loudest), alone = new(Loudest);
        SoundClip silence = new(CueVoice.Words, new float[20_000]);
        mixer.Schedule(0, Tones.GoodStep, null, 0, 0);
        mixer.Schedule(3000, silence, null, 0, 1);
        float[] left = Ear.Channel(Render(mixer, 6000, [480]), 0);
        Ear.Peak(left.AsSpan(2800, 200)).ShouldBeGreaterThan(0);
        Ear.Peak(left.AsSpan(3000 + (CueMixer.RateHz * 20 / 1000))).ShouldBe(0);
        Ear.Roughness(left).ShouldBeLessThan(0.06);
    }

    [Fact]
    public void ScheduleAndRender_AnHourOfCues_AllocateNothing()
    {
        Mutation.SkipLong();
        CueMixer mixer = new(Loudest);
        float[] block = new float[2 * 480];
        Run(50);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(1000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Run(int blocks)
        {
            for (int i = 0; i < blocks; i++)
            {
                mixer.Schedule(mixer.NextFrame + 100, Tones.Beat(Foot.Left), Foot.Left, -3, i);
                mixer.Schedule(mixer.NextFrame - 1, Tones.GoodStep, null, -3, i);
                if (i % 7 == 0) mixer.Silence();
                mixer.Render(block);
                while (mixer.TryTakeReport(out _))
                {
                }
            }
        }
    }

    [Fact]
    public async Task ScheduleAndRender_OnTwoThreads_LoseNothing()
    {
        Mutation.SkipLong();
        CueMixer mixer = new(Loudest);
        const int Cues = 20_000;
        bool isDone = false;
        Task audio = Task.Factory.StartNew(() =>
        {
            float[] block = new float[2 * 64];
            while (!Volatile.Read(ref isDone)) mixer.Render(block);
            for (int i = 0; i < 400; i++) mixer.Render(block);
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Dictionary<int, VoiceFate> fates = [];
        SpinWait wait = default;
        for (int number = 0; number < Cues;)
        {
            if (mixer.Schedule(mixer.NextFrame + (number % 128), Tones.Beat(Foot.Left), Foot.Left, 0, number)) number++;
            else if (audio.IsFaulted) await audio;
            else wait.SpinOnce();
            if (number % 50 == 0) mixer.Silence();
            Take();
        }

        Volatile.Write(ref isDone, true);
        await audio;
        Take();
        fates.Keys.Order().ShouldBe(Enumerable.Range(0, Cues));

        void Take()
        {
            while (mixer.TryTakeReport(out VoiceReport report)) fates.Add(report.Number, report.Fate);
        }
    }

    private static float[] OneBeat(EarMode ears, Foot? foot)
    {
        CueMixer mixer = new(Loudest with { Ears = ears });
        mixer.Schedule(0, Tones.Beat(foot ?? Foot.Left), foot, 0, 0);
        return Render(mixer, 16_000, [480]);
    }

    private static SoundClip Speech(int frames)
    {
        float[] samples = new float[frames];
        for (int i = 0; i < frames; i++) samples[i] = (float)(0.2 * Math.Sin(i * 0.02) * Math.Sin(Math.PI * i / (frames - 1)));
        samples[^1] = 0;
        return new SoundClip(CueVoice.Words, samples);
    }

    private static SoundClip Square(CueVoice voice, int frames)
    {
        float[] samples = new float[frames];
        samples.AsSpan(1, frames - 2).Fill((float)SoundClip.Share(voice));
        return new SoundClip(voice, samples);
    }

    private static float[] Render(CueMixer mixer, int frames, IEnumerable<int> sizes)
    {
        float[] stereo = new float[2 * frames];
        int done = 0;
        while (done < frames)
        {
            foreach (int size in sizes)
            {
                int take = Math.Min(size, frames - done);
                mixer.Render(stereo.AsSpan(2 * done, 2 * take));
                done += take;
            }
        }

        return stereo;
    }

    private static List<(int Number, VoiceFate Fate)> Fates(CueMixer mixer)
    {
        List<(int, VoiceFate)> fates = [];
        while (mixer.TryTakeReport(out VoiceReport report)) fates.Add((report.Number, report.Fate));
        return fates;
    }
}
