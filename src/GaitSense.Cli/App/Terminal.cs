using GaitSense.Devices;
using GaitSense.Sessions;
using Spectre.Console;

namespace GaitSense.Cli.App;

/// <summary>Where a command writes, and by which clock it waits. Tests give their own.</summary>
internal sealed record Terminal
{
    /// <summary>Width of lines that are not on a terminal.</summary>
    public const int PlainWidth = 120;

    private static readonly string[] ReportedAlways = ["gaitsense: ", "RECORDING STOPPED", "RESULTS STOPPED"];

    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, warnings and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person looks at <see cref="Out"/>.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = Platform.Time;

    /// <summary>A key that was pressed and not taken yet; null: none. <value>The default knows no keyboard.</value></summary>
    public Func<char?> ReadKey { get; init; } = static () => null;

    /// <summary>Waits for the next key, as long as that takes; null: there will be none. <value>The default is null: <see cref="ReadKey"/> is looked at.</value></summary>
    public Func<char?>? AwaitKey { get; init; }

    /// <summary>The next line of standard input; null: there is none.</summary>
    public Func<string?> ReadLine { get; init; } = static () => Console.In.ReadLine();

    /// <summary>Whether a person can be asked: there is a keyboard, and a screen beside it.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Opens a Bluetooth adapter by its name; null: the first.</summary>
    public Func<string?, IBleCentral> Bluetooth { get; init; } = Platform.OpenCentral;

    /// <summary>Becomes a Bluetooth device on an adapter; null: the first.</summary>
    public Func<string?, BlePeripheralDefinition, CancellationToken, Task<IBlePeripheral>> Peripheral { get; init; } = Platform.StartPeripheralAsync;

    /// <summary>Where it is remembered which sensor is worn on which foot.</summary>
    public string SensorsFile { get; init; } = SensorAssignments.DefaultPath;

    /// <summary>The key under which sensors have their names in sessions: beside what is remembered of them.</summary>
    public string SensorKeyFile => Path.Combine(Path.GetDirectoryName(SensorsFile) ?? "", "sensor-names.key");

    /// <summary>The key of who the people of a store are: there, too.</summary>
    public string IdentityKeyFile => Path.Combine(Path.GetDirectoryName(SensorsFile) ?? "", "identity.key");

    /// <summary>Opens a sound device.</summary>
    public Func<SoundOutputOptions, TimeProvider, ISoundOutput> Sound { get; init; } = Platform.OpenSound;

    /// <summary>Where spoken words come from.</summary>
    public SpeechOptions Speech { get; init; } = new();

    /// <summary>Raises the calling thread before others; null: this system has no way that we know.</summary>
    public RaiseThread? Raise { get; init; } = Platform.Raise;

    /// <summary>Where it is remembered what the ways of sound take.</summary>
    public string SoundFile { get; init; } = SoundRoutes.DefaultPath;

    /// <summary>Whether details of errors are wanted.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether results and errors are wanted alone.</summary>
    public bool Quiet { get; init; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() => new()
    {
        Out = new LastingWriter(() => Console.Out),
        Error = new LastingWriter(() => Console.Error),
        OutIsTerminal = !Console.IsOutputRedirected && IsCapable,
        ErrorIsTerminal = !Console.IsErrorRedirected && IsCapable,
        CanAsk = !Console.IsInputRedirected && !Console.IsErrorRedirected && IsCapable,
        AwaitKey = Console.IsInputRedirected || !IsCapable ? null : WaitForKey,
        ReadKey = Console.IsInputRedirected || !IsCapable ? static () => null : static () => Console.KeyAvailable ? Console.ReadKey(intercept: true).KeyChar : null,
    };

    // A presenter turns pages: its keys are the space bar. A terminal that is gone gives keys that are none.
    private static char? WaitForKey()
    {
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            if (key.Key is ConsoleKey.PageDown or ConsoleKey.PageUp) return ' ';
            if (key.KeyChar != '\0') return key.KeyChar;
            if (key.Key == default) return null;
        }
    }

    private static bool IsCapable => !string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);

    /// <summary>A Spectre console on <see cref="Out"/>: plain text without escape codes where no person looks.</summary>
    public IAnsiConsole CreateConsole()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(OutIsTerminal ? OneDoorWriter.Behind(Out) : Out),
            Ansi = OutIsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = OutIsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = OutIsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!OutIsTerminal) console.Profile.Width = PlainWidth;
        return console;
    }

    /// <summary>The details of a failure, for those who asked for them.</summary>
    public void ReportDetails(Exception failure) => Error.Write(failure + "\n");

    /// <summary>One line for a person, on stderr, so that stdout stays results. Where quiet is wanted, only what begins with the program's name, as errors do, or in capitals.</summary>
    public void Report(string line)
    {
        if (!Quiet || Array.Exists(ReportedAlways, s => line.StartsWith(s, StringComparison.Ordinal))) Error.WriteLine(line);
    }
}
