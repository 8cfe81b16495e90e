using System.Text;
using GaitSense.Core;
using GaitSense.Recording.Session;

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
        SessionManifest read = Read("""{"walk": {"left": {"calibration_walk_s": 3}, "has_right": false}}""");
        read.Settings.Walk.ShouldBe(new WalkPipelineOptions { Left = new() { CalibrationWalkS = 3 }, HasRight = false });
        read.Settings.Algorithm.ShouldBeNull("nobody counted then");
        read.Version.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("simulated by GaitSense: preset healthy, seed 1", true)]
    [InlineData("a corridor; simulated by GaitSense", false)]
    public void Source_OfASession_SaysWhetherNobodyWalked_AndIsLeftOutWhereNothingIsSaid(string? source, bool isSimulated)
    {
        SessionManifest manifest = Sample() with { Source = source };
        RecordingOrigin.IsSimulated(SessionManifest.Read("m", manifest.ToJson()).Source).ShouldBe(isSimulated);
        Encoding.UTF8.GetString(manifest.ToJson()).Contains("\"source\"", StringComparison.Ordinal).ShouldBe(source is not null);
        manifest.SettingsHash.ShouldBe(Sample().SettingsHash); // no number depends on it
    }

    [Fact]
    public void Read_OfAnEarlierBuildsSettings_PassesItsThresholdsBy() =>
        Read("""{"walk": {"left": {"sensor_height_m": 0.1, "filter": {"gyro_noise_rad_per_s_per_sqrt_hz": 7}, "contacts": {"impact_mps2": -1}}}, "clock": {"smallest_path_delay_s": 99}, "longest_merge_wait_s": 1, "longest_start_wait_s": 2}""")
            .Settings.Walk.ShouldBe(new WalkPipelineOptions { Left = new() { SensorHeightM = 0.1 } });

    [Theory]
    [InlineData("""{"algorithm": 1}""", "missing required properties")]
    [InlineData("""{"walk": {"left": {"mounting": {"forward": [1, 0], "left": [0, 1, 0], "up": [0, 0, 1]}}}}""", "a vector has three numbers")]
    [InlineData("""{"walk": {"left": {"sensor_height_m": "high"}}}""", "the value of settings.walk.left.sensor_height_m is of another kind than it should be")]
    [InlineData("""{"walk": null}""", "has no manifest of a session")]
    [InlineData("""{"walk": {"left": null}}""", "a foot's options are missing")]
    [InlineData("""{"walk": {"has_left": false, "has_right": false}}""", "at least one foot")]
    [InlineData("""{"walk": {"right": {"calibration_walk_s": -3}}}""", "a calibration walk of -3 s is not within 0 to 600 s")]
    [InlineData("""{"walk": {"left": {"sensor_height_m": 12}}}""", "a sensor's height of 12 m is not within 0 to 0.25 m")]
    [InlineData("""{"walk": {"left": {"gyro_delay_s": 1e300}}}""", "a gyroscope's delay of 1E+300 s is not within")]
    [InlineData("""{"walk": {"clock_uncertainty_s": 1.5}}""", "an uncertainty of the clocks of 1.5 s is not within 0 to 1 s")]
    [InlineData("""{"walk": {"left": {"mounting": {"forward": [1, 0, 0], "left": [1, 0, 0], "up": [0, 0, 1]}}}}""", "axes are not three unit vectors at right angles")]
    public void Read_OfSettingsThatCannotBe_IsRefused(string settings, string why) =>
        Should.Throw<RecordingFormatException>(() => Read(settings)).Message.ShouldContain(why);

    [Theory, InlineData(-5), InlineData(0), InlineData(1e9)]
    public void Read_OfARateThatCannotBe_IsRefused(double rateHz)
    {
        SessionManifest manifest = Sample() with { Sensors = [new SessionSensor(Foot.Left, "aa", "k", rateHz, ClockClass.Timestamps)] };
        Should.Throw<RecordingFormatException>(() => SessionManifest.Read("m", manifest.ToJson())).Message.ShouldContain("a sensor has a rate of ");
    }

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
        Settings = new SessionSettings { Walk = new() { Left = new() { Mounting = MountingAxes.Identity } }, Algorithm = 1 },
    };
}
