using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Sound;

namespace GaitSense.Cli.Tests;

/// <summary>Sound on the command line: its output latency is measured with taps, remembered, and used.</summary>
public sealed class SoundTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Calibrate_OnAWireThenOnAWay_RemembersTheWayAlone()
    {
        (await TapAsync(wayS: 0, "--wired")).Code.ShouldBe(ExitCode.Done);
        Cli.Outcome headphones = await TapAsync(wayS: 0.2, "--route", "headphones");
        headphones.Code.ShouldBe(ExitCode.Done, headphones.Error);
        Sessions.SoundRoutes.Load(_folder["sound.json"]).Routes["headphones"].LatencyMs.ShouldBe(200, 8);

        // Each walk through them then says so.
        File.WriteAllText(_folder["cues.json"], "{}");
        FakeClock clock = new();
        Cli.Outcome walk = await Cli.RunAsync(
            ["walk", "--simulate", "treadmill", "--duration", "12", "--cues", _folder["cues.json"], "--route", "headphones"],
            t => t with { Time = clock, SoundFile = _folder["sound.json"], Sound = (_, _) => new OutputRecord(clock) },
            CancellationToken.None);
        walk.Error.ShouldContain("sound: headphones, ");
        walk.Error.ShouldContain("ms to the ear, measured on 1970-01-01");
    }

    [Fact]
    public async Task Calibrate_WithoutTaps_ChangesNothingAndSaysWhatToDo()
    {
        Cli.Outcome outcome = await RunAsync(static (_, _) => null, "--calibrate");
        outcome.ShouldFailInOneLine("no taps", "press the space bar with each beat", "try again");
        File.Exists(_folder["sound.json"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Routes_FileOfSomethingElse_IsOneClearLine()
    {
        File.WriteAllText(_folder["sound.json"], """{ "routes": { "headphones": { "latency_ms": 9000 } } }""");
        (await RunAsync(static (_, _) => null, "--calibrate")).ShouldFailInOneLine("sound.json", "headphones");
    }

    [Fact]
    public async Task Listen_PlaysEachSideOnItsSideAndSaysWhatIsKnown()
    {
        OutputRecord? heard = null;
        Cli.Outcome outcome = await RunAsync((_, output) => (heard = output) is null ? ' ' : null);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Out.ShouldContain("left: a tone");
        outcome.Out.ShouldContain("device: what a test hears");
        outcome.Out.ShouldContain("gaitsense sound --calibrate");
    }

    public void Dispose() => _folder.Dispose();

    // Somebody who taps 30 ms ahead of what is heard, give or take 15 ms.
    private Task<Cli.Outcome> TapAsync(double wayS, params string[] args)
    {
        Random chance = new(5);
        double tappedS = double.NaN;
        return RunAsync(
            (nowS, output) =>
            {
                if (output.LastOnsetS is not { } onset) return null;
                double due = onset + wayS + TapCalibration.PeriodS - 0.03 + (0.03 * (chance.NextDouble() - 0.5));
                // The beat itself comes after its tap, so each is foreseen from the one before.
                if (double.IsNaN(tappedS)) tappedS = due;
                if (nowS < tappedS) return null;
                tappedS = due > tappedS + 0.3 ? due : due + TapCalibration.PeriodS;
                return ' ';
            },
            ["--calibrate", .. args]);
    }

    private Task<Cli.Outcome> RunAsync(Func<double, OutputRecord, char?> key, params string[] args)
    {
        FakeClock clock = new();
        OutputRecord output = new(clock);
        return Cli.RunAsync(
            ["sound", .. args],
            t => t with { Time = clock, SoundFile = _folder["sound.json"], Sound = (_, _) => output, ReadKey = () => key(output.Listen(), output) },
            CancellationToken.None);
    }

    // Renders as its clock goes on, and hears when a sound begins after silence.
    private sealed class OutputRecord(FakeClock clock) : ISoundOutput
    {
        private const int SilenceFrames = 4800;

        private readonly float[] _block = new float[96];
        private SoundRender? _render;
        private long _frame, _lastSound = -SilenceFrames;

        public double? LastOnsetS { get; private set; }

        public SoundFacts Facts => new("what a test hears", _frame, 0, 1920, 480, 0, 0, SoundPriority.Normal, null);

        public void Start(SoundRender render) => _render = render;

        public bool TryFrameAt(HostTime time, out long frame)
        {
            Listen();
            frame = (long)Math.Round(time.Microseconds * 0.048);
            return true;
        }

        public double Listen()
        {
            double nowS = clock.Elapsed.TotalSeconds;
            while (_render is not null && (_frame + 48) / 48_000.0 <= nowS)
            {
                _render(_block, default, default);
                for (int i = 0; i < 48; i++, _frame++)
                {
                    if (_block[2 * i] == 0 && _block[(2 * i) + 1] == 0) continue;
                    if (_frame - _lastSound > SilenceFrames) LastOnsetS = _frame / 48_000.0;
                    _lastSound = _frame;
                }
            }

            return nowS;
        }

        public void Dispose()
        {
        }
    }
}
