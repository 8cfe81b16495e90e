using System.Text;
using GaitSense.Core;

namespace GaitSense.Recording.Tests;

public sealed class SessionManifestTests
{
    [Fact]
    public void Read_OfWhatToJsonWrote_GivesTheSameManifestAndHash()
    {
        SessionManifest manifest = Sample();
        var back = SessionManifest.Read("m", manifest.ToJson());
        back.ToJson().ShouldBe(manifest.ToJson());
        back.Settings.Walk.ShouldBe(manifest.Settings.Walk);
        back.Sensors.ShouldBe(manifest.Sensors);
        Encoding.UTF8.GetString(manifest.ToJson()).ShouldEndWith($"  \"settings_hash\": \"{manifest.SettingsHash}\"\n}}");
    }

    [Fact]
    public void Read_OfSettingsThatLeaveThingsOut_KeepsTheirDefaults()
    {
        SessionManifest read = Read("""{"walk": {"left": {"calibration_walk_s": 3}, "has_right": false}, "clock": {"smallest_path_delay_s": 0.02}, "longest_merge_wait_s": 1, "longest_start_wait_s": 2}""");
        read.Settings.Walk.ShouldBe(new WalkPipelineOptions { Left = new() { CalibrationWalkS = 3 }, HasRight = false });
        read.Settings.Clock.ShouldBe(new ClockAlignmentOptions { SmallestPathDelayS = 0.02 });
        read.Version.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"walk": {}, "clock": {}, "longest_start_wait_s": 2}""", "missing required properties")]
    [InlineData("""{"walk": {"left": {"mounting": {"forward": [1, 0], "left": [0, 1, 0], "up": [0, 0, 1]}}}, "clock": {}, "longest_merge_wait_s": 1, "longest_start_wait_s": 2}""", "a vector has three numbers")]
    [InlineData("""{"walk": null, "clock": {}, "longest_merge_wait_s": 1, "longest_start_wait_s": 2}""", "has no manifest of a session")]
    public void Read_OfSettingsThatCannotBe_IsRefused(string settings, string why) =>
        Should.Throw<RecordingFormatException>(() => Read(settings)).Message.ShouldContain(why);

    private static SessionManifest Read(string settings) => SessionManifest.Read("m", Encoding.UTF8.GetBytes(
        $$"""{"format": "gaitsense-session", "name": "a", "started_utc": "2026-11-28T10:00:00+00:00", "zone": "UTC", "started_host_us": 5, "person": {}, "sensors": [], "software": "s", "protocol": "1.0", "settings": {{settings}}}"""));

    private static SessionManifest Sample() => new()
    {
        Name = "a walk, é <b>",
        StartedUtc = new(2026, 11, 28, 10, 0, 0, TimeSpan.Zero),
        Zone = "Europe/Berlin",
        StartedHostUs = 12345,
        Person = new SessionPerson { Id = "P07", LegLengthM = 0.9 },
        Sensors = [new SessionSensor(Foot.Left, "aa", "k", 200, ClockClass.Timestamps), new SessionSensor(Foot.Right, "bb", null, null, null)],
        Software = "s",
        Protocol = "1.0",
        Settings = new SessionSettings { Walk = new() { Left = new() { Mounting = MountingAxes.Identity } }, Clock = new(), LongestMergeWaitS = 0.5, LongestStartWaitS = 2 },
    };
}
