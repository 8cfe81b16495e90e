using GaitSense.Core;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Tests;

public sealed class PlainRecordingTests : IDisposable
{
    private const string Session = """
        {
          "format": "gaitsense-plain-recording", "version": 1, "description": "d", "source": "s", "licence": "MIT",
          "clock": "separate", "reference_kind": 7, "sensors": [
            {"foot": "right", "file": "right.csv", "rate_hz": 102.4, "mounting": null, "colour": ["red"]},
            {"foot": "left", "file": "left.csv", "rate_hz": 100, "mounting": {"forward": [0,1,0], "left": [-1,0,0], "up": [0,0,1]}}]
        }
        """;

    private readonly TestFolder _folder = new();

    public PlainRecordingTests()
    {
        _folder.Write("left.csv", Csv.Rows(5));
        _folder.Write("right.csv", Csv.Rows(5));
    }

    public void Dispose() => _folder.Dispose();

    // Labels may be numbers, and other people's recordings may have other things under these names: no reason to refuse a walk.
    [Theory]
    [InlineData("\"participant\": \"P07\", \"visit\": 2, \"group\": \" MS \"", "P07", "2", "MS")]
    [InlineData("\"participant\": {\"age\": 50}, \"visit\": \"\", \"group\": null", null, null, null)]
    public void Open_PersonVisitAndGroup_AreTakenWhereTheyAreLabels(string fields, string? participant, string? visit, string? group)
    {
        _folder.Write("session.json", Session.Replace("\"version\": 1,", $"\"version\": 1, {fields},", StringComparison.Ordinal));
        PlainRecordingInfo info = PlainRecording.Open(_folder.Path).Info;
        (info.Participant, info.Visit, info.Group).ShouldBe((participant, visit, group));
    }

    [Fact]
    public void Open_FolderOrItsSessionFile_GivesTheDescription()
    {
        string file = _folder.Write("session.json", "\uFEFF" + Session);
        foreach (string path in new[] { _folder.Path, _folder.Path + "/", file })
        {
            PlainRecording recording = PlainRecording.Open(path);
            recording.Name.ShouldBe(Path.GetFileName(_folder.Path));
            recording.Clock.ShouldBe(RecordingClock.Separate);
            recording.Info.Description.ShouldBe("d");
            recording.Info.Source.ShouldBe("s");
            recording.Info.Licence.ShouldBe("MIT");
            recording.Sensors.Count.ShouldBe(2);
            recording.SensorOf(Foot.Right).ShouldBe(new PlainSensor(Foot.Right, "right.csv", 102.4, null));
            recording.SensorOf(Foot.Left)!.Mounting.ShouldBe(new MountingAxes(new(0, 1, 0), new(-1, 0, 0), new(0, 0, 1)));
            recording.ReadReference().ShouldBeNull();
        }
    }

    [Fact]
    public void Open_OneFootAndNothingOptional_IsARecording()
    {
        PlainRecording recording = Open("""{"format":"gaitsense-plain-recording","sensors":[{"foot":"left","file":"left.csv"}]}""");
        recording.Clock.ShouldBe(RecordingClock.Shared);
        recording.SensorOf(Foot.Right).ShouldBeNull();
        recording.Sensors[0].RateHz.ShouldBeNull();
    }

    [Theory]
    [InlineData("\"rate_hz\": 102.4", "\"rate_hz\": 0", "rate_hz is 0; it should be above 0")]
    [InlineData("\"rate_hz\": 102.4", "\"rate_hz\": \"fast\"", "the field rate_hz should be a number")]
    [InlineData("\"right\", \"file\"", "\"left\", \"file\"", "two sensors are on the left foot")]
    [InlineData("\"right\", \"file\"", "\"third\", \"file\"", "sensor 1: the field foot is \"third\"; it should be \"left\" or \"right\"")]
    [InlineData("right.csv", "left.csv", "both feet name the same file")]
    [InlineData("right.csv", "gone.csv", "gone.csv: is not there, though session.json names it for the right foot")]
    [InlineData("right.csv", "../right.csv", "lies outside the recording's folder")]
    [InlineData("right.csv", "/etc/passwd", "lies outside the recording's folder")]
    [InlineData("right.csv", "right\\u0007.csv", "has control characters in its name")]
    [InlineData("\"file\": \"right.csv\", ", "", "the right sensor names no file")]
    [InlineData("[-1,0,0]", "[1,0,0]", "left-handed")]
    [InlineData("[-1,0,0]", "[-2,0,0]", "is no rotation: forward, left and up should be unit vectors at right angles")]
    [InlineData("[-1,0,0]", "[-1,0]", "should have left as a list of three numbers")]
    [InlineData("[-1,0,0]", "[-1,0,1e999]", "should have left as a list of three numbers")]
    [InlineData("\"mounting\": null", "\"mounting\": \"instep\"", "mounting should be null or hold forward, left and up")]
    [InlineData("separate", "both", "the field clock is \"both\"; it should be \"shared\" or \"separate\"")]
    [InlineData("\"clock\": \"separate\",", "", "does not say whether the two sensors share a clock")]
    [InlineData("\"version\": 1", "\"version\": 2", "has version 2; this program reads version 1: update it")]
    [InlineData("gaitsense-plain-recording", "other", "the field format is \"other\"")]
    [InlineData("\"format\": \"gaitsense-plain-recording\", ", "", "the field format should be")]
    [InlineData("\"sensors\"", "\"sensor\"", "names no sensors")]
    [InlineData("\"s\"", "\"\\ud800\"", "lone surrogate")]
    public void Open_SessionNotAsTheFormatSays_SaysWhat(string part, string other, string expected)
    {
        Session.ShouldContain(part);
        RecordingFormatException e = Should.Throw<RecordingFormatException>(() => Open(Session.Replace(part, other, StringComparison.Ordinal)));
        e.Message.ShouldContain(expected);
        e.Message.ShouldStartWith(_folder.Path);
        e.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Open_BrokenJson_SaysTheLineAndWhat()
    {
        RecordingFormatException e = Should.Throw<RecordingFormatException>(() => Open("{\n \"format\": \"gaitsense-plain-recording\",\n sensors\n}"));
        e.Line.ShouldBe(3);
        e.Message.ShouldStartWith(_folder["session.json"] + ", line 3: broken JSON: 's' is an invalid start of a property name");
        e.Message.ShouldNotContain("LineNumber");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("[]", "should hold one JSON object")]
    [InlineData("12", "should hold one JSON object")]
    [InlineData("{", "broken JSON")]
    public void Open_SessionThatIsNone_SaysSo(string text, string expected) =>
        Should.Throw<RecordingFormatException>(() => Open(text)).Message.ShouldContain(expected);

    [Fact]
    public void Open_NoUtf8_SaysSo()
    {
        _folder.Write("session.json", [0x7b, 0xff, 0xfe]);
        Should.Throw<RecordingFormatException>(() => PlainRecording.Open(_folder.Path)).Message.ShouldContain("no UTF-8");
    }

    [Fact]
    public void Open_WhatIsNoRecording_SaysWhatToGive()
    {
        Should.Throw<RecordingFormatException>(() => PlainRecording.Open(_folder.Path)).Message.ShouldContain("holds no session.json");
        Should.Throw<RecordingFormatException>(() => PlainRecording.Open(_folder["left.csv"])).Message.ShouldContain("is no recording: give the folder");
        Should.Throw<RecordingFormatException>(() => PlainRecording.Open(_folder["gone"])).Message.ShouldContain("is not there");
    }

    [Fact]
    public void Open_SensorFileIsAFolder_IsAnError()
    {
        Directory.CreateDirectory(_folder["dir.csv"]);
        Should.Throw<RecordingFormatException>(() => Open(Session.Replace("right.csv", "dir.csv", StringComparison.Ordinal)));
    }

    private PlainRecording Open(string session)
    {
        _folder.Write("session.json", session);
        return PlainRecording.Open(_folder.Path);
    }
}
