using GaitSense.Cli.App;
using GaitSense.Recording.Import;
using GaitSense.Sessions;

namespace GaitSense.Cli.Commands;

/// <summary>What was asked to be analysed, on the command line: its defaults, and what to do where it cannot be.</summary>
internal static class AnalysisRequest
{
    /// <summary>Default folder of results.</summary>
    public const string DefaultOut = "out";

    /// <summary>What to do where a folder of recordings is a recording itself.</summary>
    public const string AroundOthers = "Give its session.json or session.gait for that one alone, or move that file away for those below.";

    /// <summary>Why what is said about other programs' files does not count for a recording of our own.</summary>
    public static string OwnRecording(string name) =>
        $"--units, --columns, --scale, --rate, --clock, --left, --right and --from are about other programs' files, and {name} is a recording of GaitSense's own, which says all that itself. convert --left FILE --right FILE reads its tables as another program's.";

    /// <summary>The plan for recordings.</summary>
    /// <param name="recordings">Recordings, and folders that contain recordings.</param>
    /// <param name="outDirectory">The folder that was asked for; null for none: then one recording gets a folder with its name, too.</param>
    /// <param name="shard">The part of them that is wanted; null for all.</param>
    /// <param name="import">What is said about other programs' files among them; null: nothing.</param>
    /// <exception cref="UsageException">A path is empty, two recordings would write into one folder, or one into itself.</exception>
    public static AnalysisPlan Plan(IReadOnlyList<string> recordings, string? outDirectory, CohortShard? shard = null, ImportOptions? import = null)
    {
        if (outDirectory is { Length: 0 }) throw new UsageException("--out is empty. Give a folder to write into.");
        if (recordings.FirstOrDefault(string.IsNullOrWhiteSpace) is not null) throw new UsageException("a recording's path is empty. Give a folder that holds a session.json.");
        try
        {
            AnalysisPlan plan = AnalysisPlan.Of(recordings, outDirectory ?? DefaultOut, shard, alwaysByName: outDirectory is null, import);
            if (import is not null && import != new ImportOptions() && plan.Targets.Count > 0 && plan.Targets.All(t => t.Import is null))
                throw new UsageException(OwnRecording(plan.Targets[0].Name));
            return plan;
        }
        catch (AnalysisClashException e)
        {
            throw new UsageException($"{e.Message} {Advice(e.Clash)}");
        }
    }

    private static string Advice(AnalysisClash clash) => clash switch
    {
        AnalysisClash.OneName => "Give the folder above them, whose tree the results then have, or analyse them one by one, each with its own --out.",
        AnalysisClash.InsideAnother => "Analyse them apart, each with its own --out.",
        AnalysisClash.AroundOthers => AroundOthers,
        _ => "Choose another --out.",
    };
}
