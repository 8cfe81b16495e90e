using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Sound;

namespace GaitSense.Feedback.Tests;

/// <summary>"Please stop" is heard when it is due, whatever is being said: from the engine's decision to the mixer's frame.</summary>
public sealed class UrgentWordsTests
{
    // The longest sentence as a speech engine says it (espeak-ng, de), s.
    private const double LongestS = 4.1;

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(3.3)]
    [InlineData(3.6)]
    [InlineData(3.95)]
    public void Stop_DuringTheLongestSentence_CutsItOffAndIsHeardWhenItIsDue(double afterS)
    {
        Mutation.SkipLong();
        Stepper walk = new(new CuePlan { Practice = Practice.Backward, DurationS = 3600 }) { Direction = WalkingDirection.Backward };
        Loudspeaker sound = new();
        walk.Cues.Also = sound;
        walk.Pass(5);
        walk.Engine.Request(CueRequest.BatteryLeft);
        walk.Pass(afterS);
        walk.Step(); // nobody confirmed the path
        Cue stop = walk.Cues.Decided[^1];
        stop.Phrase.ShouldBe(Phrases.Stop);
        stop.DecidedAt.SecondsSince(walk.Cues.Decided[0].PlannedAt).ShouldBeLessThan(LongestS, "the sentence is being said");
        sound.PlayTo(stop.PlannedAt.Seconds + 1);
        sound.Begun.ShouldBe([(walk.Cues.Decided[0].Number, Frame(walk.Cues.Decided[0].PlannedAt)), (stop.Number, Frame(stop.PlannedAt))]);
    }

    private static long Frame(DeviceTime at) => at.Microseconds * CueMixer.RateHz / 1_000_000;

    // Plays as the walk goes on.
    private sealed class Loudspeaker : ICueSink
    {
        private readonly CueMixer _mixer = new(new SoundOptions());
        private readonly CueSound _sound;
        private bool _isSilenced;

        public Loudspeaker()
        {
            float[] sentence = [.. Enumerable.Range(0, (int)(LongestS * CueMixer.RateHz)).Select(i => (float)Math.Sin(i * 0.1))];
            SpokenWords words = new(Phrases.Keys.ToDictionary(k => k, k => k is Phrases.Stop ? sentence[..CueMixer.RateHz] : sentence, StringComparer.Ordinal));
            _sound = new CueSound(_mixer, new CueTones(new SoundOptions()), words, at => Frame(at));
        }

        /// <summary>Which cues began, and at which frame.</summary>
        public List<(int Number, long Frame)> Begun { get; } = [];

        public void OnCue(in Cue cue)
        {
            PlayTo(cue.DecidedAt.Seconds);
            if (_isSilenced) _sound.OnSilence(wordsToo: true);
            _isSilenced = false;
            _sound.OnCue(in cue);
        }

        public void OnSilence(bool wordsToo) => _isSilenced |= wordsToo;

        public void PlayTo(double seconds)
        {
            float[] block = new float[2 * 480];
            while (_mixer.NextFrame < seconds * CueMixer.RateHz) _mixer.Render(block);
            while (_mixer.TryTakeReport(out VoiceReport report))
                if (report.Fate == VoiceFate.Begun) Begun.Add((report.Number, report.Frame));
        }
    }
}
