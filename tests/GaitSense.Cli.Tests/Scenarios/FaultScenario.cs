using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Simulation.Radio;

namespace GaitSense.Cli.Tests;

/// <summary>
/// One sentence about a fault in the middle of a walk with cues, and how it is brought about: two simulated feet on a simulated radio, the real command with its sensors,
/// clocks, core, cues, sound, recorder, results and view. What a test then asks of it is what a person sees, hears and finds afterwards.
/// </summary>
/// <param name="Sentence">What happens, as a person would tell it.</param>
internal sealed record FaultScenario(string Sentence)
{
    /// <summary>When it happens, s after the command began. The feet stand for 6 s, then walk for 32 s; beats begin some 9 s after the first steps.</summary>
    public const double AtS = 21;

    /// <summary>Longest step of the walker, s.</summary>
    public const double StepS = 0.56;

    private const string Plan = """{ "rhythm": { "baseline_s": 10, "baseline_strides": 6 }, "fading": { "probe_s": 0 } }""";

    /// <summary>What becomes of a foot's reading at and after <see cref="AtS"/>: foot, the reading, all before it happened. Null: it stays as it is.</summary>
    public Func<Foot, ImuSample, ImuSample[], ImuSample>? Reading { get; init; }

    /// <summary>How a foot is on the air. Null: as usual.</summary>
    public Func<Foot, SimulatedFootOptions, SimulatedFootOptions>? OnTheAir { get; init; }

    /// <summary>What a foot's sensor says, on this clock. Null: what it should.</summary>
    public Func<VirtualTime, Func<ProtocolFirmware, FootFirmware>>? Firmware { get; init; }

    /// <summary>What stands around the command; null: a terminal that works.</summary>
    public Func<Terminal, VirtualTime, Terminal>? Around { get; init; }

    /// <summary>What happens to the folders at <see cref="AtS"/>; null: nothing.</summary>
    public Action<RecordingsFolder>? Happens { get; init; }

    /// <summary>When it is stopped by hand, s; null: it runs for 26 s of walk.</summary>
    public double? StopAtS { get; init; }

    /// <summary>Lets it happen.</summary>
    public async Task<FaultOutcome> RunAsync(RecordingsFolder folder)
    {
        await File.WriteAllTextAsync(folder["cues.json"], Plan, TestContext.Current.CancellationToken);
        VirtualTime clock = new();
        FeetOnTheAir feet = new((f, o) => Spoiled(f, OnTheAir?.Invoke(f, o) ?? o), Firmware?.Invoke(clock), clock);
        using HeardSound sound = new(clock);
        if (Happens is { } happens) clock.CreateTimer(_ => happens(folder), null, TimeSpan.FromSeconds(AtS), Timeout.InfiniteTimeSpan);
        string[] args = ["walk", "--ble", "--cues", folder["cues.json"], "--record", folder["rec"], "--out", folder["out"], "--duration", "26"];
        Terminal With(Terminal t) => (Around ?? ((u, _) => u))(t with { Sound = (_, _) => sound, Speech = HeardSound.SpokenBy(folder["words"]) }, clock);
        Cli.Outcome walk = await feet.RunAsync(args, folder["config", "sensors.json"], StopAtS, With);
        Cli.Outcome doctor = await Cli.RunAsync("doctor", folder["rec"]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Sentence}\n{walk.Error}\n{walk.Out}\n--- heard\n{string.Join('\n', sound.Words)}\n--- doctor\n{doctor.Out}{doctor.Error}");
        return new FaultOutcome(this, walk, doctor, sound.BeatsS, sound.Words, folder);
    }

    private SimulatedFootOptions Spoiled(Foot foot, SimulatedFootOptions options)
    {
        if (Reading is not { } reading) return options;
        ImuSample[] samples = options.Samples.ToArray();
        int first = Array.FindIndex(samples, s => s.Time.Seconds >= AtS);
        ImuSample[] before = samples[..first];
        for (int i = first; i < samples.Length; i++) samples[i] = reading(foot, samples[i], before);
        return options with { Samples = samples };
    }
}

/// <summary>What a person saw, heard and found afterwards.</summary>
/// <param name="Scenario">What happened.</param>
/// <param name="Walk">The command: exit code, lines of results, lines of progress, warnings and errors.</param>
/// <param name="Doctor">What <c>doctor</c> says of the recording afterwards.</param>
/// <param name="BeatsS">When beats were heard, s after the command began.</param>
/// <param name="Words">What was said, and when that was heard, s after the command began.</param>
/// <param name="Folder">Where the recording (<c>rec</c>) and the results (<c>out</c>) are.</param>
internal sealed record FaultOutcome(FaultScenario Scenario, Cli.Outcome Walk, Cli.Outcome Doctor, double[] BeatsS, (double AtS, string Phrase)[] Words, RecordingsFolder Folder)
{
    /// <summary>There were beats until it happened, and none later than one step after it, until <paramref name="untilS"/>.</summary>
    public FaultOutcome FallsSilent(double untilS = double.PositiveInfinity)
    {
        BeatsS.Count(b => b < FaultScenario.AtS).ShouldBeGreaterThan(8, Scenario.Sentence);
        BeatsS.Where(b => b > FaultScenario.AtS + FaultScenario.StepS && b < untilS).ShouldBeEmpty(Scenario.Sentence);
        return this;
    }

    /// <summary>Beats go on to the end.</summary>
    public FaultOutcome GoesOn()
    {
        BeatsS.Count(b => b > FaultScenario.AtS + 4).ShouldBeGreaterThan(6, Scenario.Sentence);
        return this;
    }

    /// <summary>It is said on the screen, with these words in one line.</summary>
    public FaultOutcome Says(params string[] words)
    {
        string[] lines = [.. (Walk.Error + "\n" + Walk.Out).Split('\n')];
        lines.ShouldContain(l => words.All(w => l.Contains(w, StringComparison.OrdinalIgnoreCase)), $"{Scenario.Sentence}: nobody said \"{string.Join(" ... ", words)}\"");
        return this;
    }

    /// <summary>The walker hears these words and no others, in this order.</summary>
    public FaultOutcome Hears(params string[] phrases)
    {
        Words.Select(w => w.Phrase).ShouldBe(phrases, Scenario.Sentence);
        return this;
    }

    /// <summary>The walk ended as walks do, its results are complete, and its recording gives them again.</summary>
    public FaultOutcome LosesNothing(int code = ExitCode.Done)
    {
        Walk.Code.ShouldBe(code, Walk.Error);
        return ResultsAreWhole().RecordingIsWhole();
    }

    /// <summary>The results are complete.</summary>
    public FaultOutcome ResultsAreWhole()
    {
        ((string[])["strides.csv", "events.csv", "cues.csv", "summary.json", "report.html"]).ShouldBeSubsetOf(Folder.Files("out"), StringComparer.Ordinal, Scenario.Sentence);
        return this;
    }

    /// <summary>The recording is whole, and gives again what was decided live.</summary>
    public FaultOutcome RecordingIsWhole()
    {
        Doctor.Code.ShouldBe(ExitCode.Done, Doctor.Out + Doctor.Error);
        Doctor.Out.ShouldContain("identical to what was decided live");
        return this;
    }
}
