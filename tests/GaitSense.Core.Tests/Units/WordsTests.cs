namespace GaitSense.Core.Tests;

/// <summary>The words of files and people: files are read by other programs, so each word is held here.</summary>
public sealed class WordsTests
{
    [Fact]
    public void WordsInFiles_AreThese()
    {
        BothFeet.InOrder.Select(Words.Of).ShouldBe(["left", "right"]);
        Enum.GetValues<GaitEventKind>().Select(Words.Of).ShouldBe(["initial_contact", "foot_flat", "heel_off", "terminal_contact", "mid_swing"]);
        Enum.GetValues<WalkingDirection>().Select(Words.Of).ShouldBe(["unknown", "forward", "backward", "left", "right", "in_place"]);
        Enum.GetValues<RejectReason>().Select(Words.Of).ShouldBe(
            ["", "gap", "no_zero_velocity", "incomplete", "clipped", "implausible", "mounting_slip", "frozen_sensor", "sensor_fault", "unsure_time"]);
        Enum.GetValues<DirectionRevision>().Select(Words.Of).ShouldBe(["", "displacement", "corner", "forward_learned", "no_early_estimate"]);
        Words.InFiles(SensorFaultKind.NotOnFoot).ShouldBe("not_on_foot");
    }

    [Fact]
    public void WordsForPeople_AreThese()
    {
        Enum.GetValues<WalkingDirection>().Select(Words.ForPeople).ShouldBe(["unknown", "forward", "backward", "to the left", "to the right", "in place"]);
        Enum.GetValues<GaitEventKind>().Select(Words.ForPeople).ShouldBe(["initial contact", "foot flat", "heel off", "terminal contact", "mid-swing"]);
        Enum.GetValues<RejectReason>().Select(Words.InShort).ShouldBe(
            ["valid", "samples missing", "never still", "cut off", "sensor at its limit", "implausible", "sensor slipped", "sensor frozen", "sensor faulty", "times unsure"]);
        string[] sentences = [.. Enum.GetValues<RejectReason>().Select(Words.ForPeople)];
        sentences.Distinct(StringComparer.Ordinal).Count().ShouldBe(sentences.Length);
        sentences.ShouldAllBe(s => s.EndsWith('.') && s.Length > 10);
        sentences[0].ShouldBe("The stride is valid.");
        sentences[(int)RejectReason.FrozenSensor].ShouldContain("0.2 s");
    }

    [Fact]
    public void WordThatIsWritten_IsRead()
    {
        foreach (Foot foot in BothFeet.InOrder) (Words.TryFoot(Words.Of(foot), out Foot read), read).ShouldBe((true, foot));
        foreach (GaitEventKind kind in Enum.GetValues<GaitEventKind>()) (Words.TryEvent(Words.Of(kind), out GaitEventKind read), read).ShouldBe((true, kind));
        foreach (WalkingDirection direction in Enum.GetValues<WalkingDirection>()) (Words.TryDirection(Words.Of(direction), out WalkingDirection read), read).ShouldBe((true, direction));
        foreach (RejectReason reason in Enum.GetValues<RejectReason>()) (Words.TryReason(Words.Of(reason), out RejectReason read), read).ShouldBe((true, reason));
    }

    [Fact]
    public void WordThatIsNone_IsRefused_AndNoWordIsUnknownOrValid()
    {
        Words.TryFoot("Left", out _).ShouldBeFalse("words are as they are written");
        Words.TryFoot(null, out Foot foot).ShouldBeFalse();
        foot.ShouldBe(Foot.Left);
        Words.TryEvent("", out _).ShouldBeFalse();
        Words.TryDirection("sideways", out _).ShouldBeFalse();
        (Words.TryDirection("", out WalkingDirection direction), direction).ShouldBe((true, WalkingDirection.Unknown));
        (Words.TryDirection(null, out direction), direction).ShouldBe((true, WalkingDirection.Unknown));
        (Words.TryReason(null, out RejectReason reason), reason).ShouldBe((true, RejectReason.None));
        Words.TryReason("valid", out _).ShouldBeFalse();
    }

    [Fact]
    public void ValueWithoutAName_IsTheCallersBug()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Words.Of((GaitEventKind)9)).ParamName.ShouldBe("kind");
        Should.Throw<ArgumentOutOfRangeException>(() => Words.Of((WalkingDirection)9)).ParamName.ShouldBe("direction");
        Should.Throw<ArgumentOutOfRangeException>(() => Words.InShort((RejectReason)99)).ParamName.ShouldBe("reason");
        Should.Throw<ArgumentOutOfRangeException>(() => Words.Of((RejectReason)99));
    }
}
