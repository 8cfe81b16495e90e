using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Ble;
using GaitSense.Cli.Commands;
using GaitSense.Simulation.Presets;

namespace GaitSense.Cli.Training.Timed;

/// <summary>Where the samples of a timed test come from.</summary>
internal sealed class TestSourceOptions
{
    // Who is tested where nobody is named.
    private const string Usual = "ms-mild";

    private readonly Option<bool> _ble = new("--ble") { Description = "Sensors on the feet, over Bluetooth; --left or --right say so too." };
    private readonly Option<string?> _simulate = new("--simulate") { Description = $"A simulated person; gaitsense simulate --list shows all. Default: {Usual}.", HelpName = "PRESET", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _replay = new("--replay") { Description = "A recording.", HelpName = "RECORDING" };
    private readonly Option<ulong> _seed = CommonOptions.Seed();
    private readonly Option<string> _speed = CommonOptions.Speed();
    private readonly Option<string?> _record = new("--record") { Description = "With sensors: folder for a session recording of the walk; must not hold one already. With --person the store keeps it.", HelpName = "FOLDER" };
    private readonly Option<double> _calibration = CommonOptions.CalibrationWalk();
    private readonly BleOptions _sensors = new(canSimulate: false);

    /// <summary>The options.</summary>
    public TestSourceOptions() => _simulate.CompletionSources.Add(CommonOptions.PresetNames);

    /// <summary>All of them, for a command's list.</summary>
    public IEnumerable<Option> All => [_ble, _simulate, _replay, _seed, _speed, _record, _calibration, .. _sensors.All];

    /// <summary>The folder of a recording.</summary>
    public Option<string?> Record => _record;

    /// <summary>Chance.</summary>
    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);

    /// <summary>Whether it goes at the speed of life.</summary>
    public bool IsReal(ParseResult parsed) => CommonOptions.IsReal(parsed.GetValue(_speed));

    /// <summary>How long the walk begins with walking that is known to go forward, s.</summary>
    public double CalibrationWalkS(ParseResult parsed) => parsed.GetValue(_calibration);

    /// <summary>The sensors.</summary>
    public BleChoice Sensors(ParseResult parsed) => _sensors.Of(parsed);

    /// <summary>The recording; null: none.</summary>
    public string? Replay(ParseResult parsed) => parsed.GetValue(_replay);

    /// <summary>The simulated person; null: none.</summary>
    public SimulationPreset? Simulated(ParseResult parsed) => parsed.GetResult(_simulate) is null ? null : SimulateCommand.Find(parsed.GetValue(_simulate) ?? Usual);

    /// <summary>Checks that there is one source, and only what goes with it.</summary>
    /// <exception cref="UsageException">There is none, or several.</exception>
    public void Check(ParseResult parsed)
    {
        bool isBle = IsBle(parsed), isSimulated = parsed.GetResult(_simulate) is not null, isReplayed = parsed.GetValue(_replay) is not null;
        int sources = (isBle ? 1 : 0) + (isSimulated ? 1 : 0) + (isReplayed ? 1 : 0);
        if (sources == 0) throw new UsageException("where do the samples come from? Give --ble, --simulate or --replay RECORDING.");
        if (sources > 1) throw new UsageException("--ble, --simulate and --replay exclude each other.");
        if (!isBle && parsed.GetValue(_record) is not null) throw new UsageException("--record is for sensors: a simulation can be made again, and what is replayed is recorded already.");
        if (isBle && !IsReal(parsed)) throw new UsageException("--speed max is for --simulate and --replay.");
    }

    private bool IsBle(ParseResult parsed) => parsed.GetValue(_ble) || parsed.GetValue(_sensors.Left) is not null || parsed.GetValue(_sensors.Right) is not null;
}
