using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;

namespace GaitSense.Feedback.Tests;

/// <summary>Words that somebody must hear are said to their end, however often they are cut off.</summary>
public sealed class KeptWordsTests
{
    private readonly HeardCues _heard = new();
    private readonly OpenCues _cues;
    private readonly KeptWords _words;

    public KeptWordsTests()
    {
        _cues = new OpenCues(_heard);
        _words = new KeptWords(_cues);
    }

    [Fact]
    public void Words_AreOverFiveSecondsAfterTheyWereSaid_Once()
    {
        Advance(9).ShouldBeFalse();
        _words.Keep(Phrases.CuesEnd);
        Advance(10).ShouldBeFalse();
        Advance(14.99).ShouldBeFalse();
        Advance(15).ShouldBeTrue();
        Advance(20).ShouldBeFalse();
        _heard.Decided.Select(c => c.Phrase).ShouldBe([Phrases.CuesEnd]);
    }

    [Fact]
    public void WordsThatWereCut_WaitAndAreSaidAgain()
    {
        _words.Keep(Phrases.CuesEnd);
        Advance(10);
        _cues.Say(Phrases.Stop, DeviceTime.FromSeconds(12), urgent: true);
        foreach (double at in (double[])[13, 16.9, 17, 21.9]) Advance(at).ShouldBeFalse($"{at} s");
        Advance(22).ShouldBeTrue();
        _heard.Decided.Select(c => c.Phrase).ShouldBe([Phrases.CuesEnd, Phrases.Stop, Phrases.CuesEnd]);
    }

    private bool Advance(double atS) => _words.Advance(DeviceTime.FromSeconds(atS));
}
