using GaitSense.Cli.App;
using GaitSense.Recording;
using GaitSense.Recording.Export;
using GaitSense.Recording.Files;
using GaitSense.Recording.Import;
using GaitSense.Recording.Import.Study;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Session;

namespace GaitSense.Cli.Commands;

/// <summary>What <c>gaitsense convert</c> was asked for.</summary>
internal sealed record ConvertRequest
{
    /// <summary>The words after <c>--to</c>.</summary>
    public const string Plain = "plain", Bids = "bids", StridesCsv = "strides-csv", StridesJson = "strides-json";

    /// <summary>The words after <c>--events</c>.</summary>
    public const string Reference = "reference", Analysis = "analysis";

    /// <summary>Files and folders of one recording.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Where to.</summary>
    public required string Out { get; init; }

    /// <summary>What is to be made.</summary>
    public required string To { get; init; }

    /// <summary>What is said about other programs' files.</summary>
    public required ImportOptions Import { get; init; }

    /// <summary>Label of the person in a BIDS data set.</summary>
    public required string Participant { get; init; }

    /// <summary>Label of the task in a BIDS data set.</summary>
    public required string Task { get; init; }

    /// <summary>Whether a copy of a recording or session says when the walk was.</summary>
    public required bool KeepsStart { get; init; }

    /// <summary>Whether a BIDS data set gets the events that the analysis finds.</summary>
    public required bool AnalysisEvents { get; init; }

    /// <summary>The one plain recording that is the input; null where the input is other programs' files.</summary>
    public string? PlainInput => Inputs is [var only] && Import is { From: null, Columns: null, Left: null, Right: null }
        && (File.Exists(Path.Combine(only, PlainRecording.SessionFile)) || (File.Exists(only) && string.Equals(Path.GetFileName(only), PlainRecording.SessionFile, StringComparison.OrdinalIgnoreCase)))
            ? only : null;

    /// <summary>The recordings of a study folder that is the input; none where it is one recording.</summary>
    /// <exception cref="RecordingFormatException">The folder cannot be read.</exception>
    public IReadOnlyList<ImportRequest> Study(CancellationToken stop) =>
        Inputs is [var only] && Directory.Exists(only) && PlainInput is null && SessionInput is null && StudyFolder.Find(only, Import, stop) is { Count: > 1 } visits ? visits : [];

    /// <summary>The session that is the input; null where the input is something else.</summary>
    public string? SessionInput => Inputs is [var only] && SessionFolder.Find(only) is not null ? only : null;

    /// <summary>Refuses what makes no sense together, and a target that would be overwritten, before any work.</summary>
    /// <exception cref="UsageException">It makes no sense.</exception>
    /// <exception cref="RecordingFormatException">A file is in the way.</exception>
    public void Check()
    {
        if (Inputs.Count == 0) throw new UsageException("which files? Give INPUT, or --left and --right.");
        if (Inputs.Any(string.IsNullOrWhiteSpace)) throw new UsageException("a file's path is empty.");
        if (Inputs is [var only] && Directory.Exists(only) && RecordingFiles.IsRecording(only) && (RecordingFiles.FindBelow(only).Count > 0 || StudyFolder.Find(only, Import).Count > 1))
            throw new UsageException($"{only} is a recording itself, and more lie below it. {AnalysisRequest.AroundOthers}");
        if ((PlainInput ?? SessionInput) is { } own && Import != new ImportOptions())
            throw new UsageException(AnalysisRequest.OwnRecording(own));
        if (!BidsExportOptions.IsLabel(Participant)) throw new UsageException("--participant takes a pseudonym of letters and digits, for example 07.");
        if (!BidsExportOptions.IsLabel(Task)) throw new UsageException("--task takes letters and digits, for example walk.");
        if (To is StridesCsv or StridesJson) StrideExport.RefuseExisting(Out, To is StridesJson, Inputs);
        else if (To is Plain && !HoldsInput()) PlainExport.RefuseExisting(Out, Inputs);
        else new OutputRule(Inputs).CheckFree(Out, []);
    }

    // Then the importer says so in its own words.
    private bool HoldsInput() => Inputs.Any(f => File.Exists(f) && string.Equals(
        Path.GetDirectoryName(Path.GetFullPath(f)), Path.TrimEndingDirectorySeparator(Path.GetFullPath(Out)), StringComparison.OrdinalIgnoreCase));
}
