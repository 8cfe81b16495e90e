using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Summary;
using GaitSense.Cli.App;
using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Results;
using GaitSense.Sessions;
using GaitSense.Walk;

namespace GaitSense.Cli.Commands;

/// <summary>Results to compare: a result folder as it is, or those of a recording, made for the time of the command.</summary>
internal sealed class ComparedFolder : IDisposable
{
    private readonly DirectoryInfo? _temporary;

    private ComparedFolder(string name, string folder, PersonVisit person, DirectoryInfo? temporary)
    {
        Name = name;
        Person = person;
        Folder = folder;
        _temporary = temporary;
    }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>Whose walk it is, as its place says.</summary>
    public PersonVisit Person { get; }

    /// <summary>The result folder.</summary>
    public string Folder { get; }

    /// <summary>Its numbers, called as it is here. What a table or settings say of a recording goes before what the recording says; of results it is in them already.</summary>
    /// <exception cref="RecordingFormatException">There are none, or they cannot be read.</exception>
    public WalkSummary Summary()
    {
        WalkSummary summary = FinishedStamp.ReadSummary(Folder);
        PersonVisit whose = _temporary is null ? summary.Person.Or(Person) : Person.Or(summary.Person);
        return summary with { Recording = Name, Participant = whose.Participant, Visit = whose.Visit, Group = whose.Group };
    }

    /// <summary>Opens results, or analyses a recording.</summary>
    /// <exception cref="GaitSenseException">The recording cannot be analysed.</exception>
    public static async Task<ComparedFolder> OpenAsync(Terminal terminal, string path, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new UsageException("a path is empty. Give a recording, or a result folder.");
        string name = AnalysisTarget.NameOf(path);
        PersonVisit person = PersonTable.FindByPlace(path, name);
        if (!RecordingFiles.IsRecording(path) && File.Exists(Path.Combine(path, ResultFiles.Strides))) return new ComparedFolder(name, path, person, null);
        if (Directory.Exists(path) && ResultsBelow(path) is { Count: > 0 } below)
            throw new UsageException($"{path} holds {Phrases.Count(below.Count, "result")} ({string.Join(", ", below.Take(4))}{(below.Count > 4 ? ", …" : "")}): give one of them.");
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("gaitsense-compare-");
        try
        {
            using IOpenedSource source = WalkSources.Open(path, new WalkRunnerOptions(), stop: stop);
            using var results = new WalkResults(temporary.FullName);
            WalkEnd result;
            await using (new ProgressLine(terminal, $"analysing {name}", () => source.Progress ?? 0).Start())
                result = await new WalkRunner(source, [results], new WalkRunnerOptions()).RunAsync(stop).ConfigureAwait(false);
            if (result.Failure is { } failure) throw failure;
            stop.ThrowIfCancellationRequested();
            return new ComparedFolder(name, temporary.FullName, person, temporary);
        }
        catch
        {
            temporary.Delete(recursive: true);
            throw;
        }
    }

    private static List<string> ResultsBelow(string folder) => RecordingFiles.IsRecording(folder) ? []
        : [.. Directory.EnumerateDirectories(folder).Where(d => File.Exists(Path.Combine(d, ResultFiles.Strides))).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Dispose() => _temporary?.Delete(recursive: true);
}
