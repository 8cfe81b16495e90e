using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;
using GaitSense.Sessions;

namespace GaitSense.Cli.Commands;

/// <summary>Walks that were given as archives, as a phone saves them: unpacked for as long as a command reads them. What else was given stays as it is.</summary>
internal sealed class UnpackedWalks : IDisposable
{
    private readonly List<(string Given, string Folder)> _unpacked = [];
    private DirectoryInfo? _temporary;

    private UnpackedWalks()
    {
    }

    /// <summary>What is to be read, in the order in which it was given.</summary>
    public IReadOnlyList<string> Paths { get; private set; } = [];

    /// <summary>Has a command read what was given; afterwards nothing that was unpacked is there any more.</summary>
    /// <param name="given">Recordings, archives among them.</param>
    /// <param name="read">Reads them.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="GaitSenseException">An archive is damaged, is no walk, or holds several.</exception>
    public static async Task<int> ReadAsync(IReadOnlyList<string> given, Func<UnpackedWalks, Task<int>> read, CancellationToken stop)
    {
        using UnpackedWalks walks = new();
        try
        {
            List<string> paths = [];
            foreach (string path in given) paths.Add(WalkArchive.Is(path) ? await walks.UnpackAsync(path, stop).ConfigureAwait(false) : path);
            walks.Paths = paths;
            return await read(walks).ConfigureAwait(false);
        }
        catch (UsageException e) when (walks.Has(e.Message))
        {
            throw new UsageException(walks.AsGiven(e.Message));
        }
        catch (GaitSenseException e) when (walks.Has(e.Message))
        {
            throw new GaitSenseException(walks.AsGiven(e.Message), e);
        }
    }

    /// <summary>A text in which what was unpacked is called what it was given as: where it lies for a moment is nobody's to know.</summary>
    public string AsGiven(string text)
    {
        foreach ((string given, string folder) in _unpacked)
            text = text.Replace(Path.Combine(folder, SessionFolder.SessionFile), given, StringComparison.Ordinal).Replace(folder, given, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The same of what became of one.</summary>
    public AnalysisOutcome AsGiven(AnalysisOutcome outcome) =>
        outcome with { Target = outcome.Target with { Recording = AsGiven(outcome.Target.Recording) }, Error = outcome.Error is { } error ? AsGiven(error) : null };

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_temporary is { Exists: true }) _temporary.Delete(recursive: true);
    }

    private bool Has(string text) => _unpacked.Exists(u => text.Contains(u.Folder, StringComparison.Ordinal));

    // The walk is called what the archive is called; of two of one name each has a folder around it.
    private async Task<string> UnpackAsync(string path, CancellationToken stop)
    {
        _temporary ??= Directory.CreateTempSubdirectory("gaitsense-walk-");
        string around = Path.Combine(_temporary.FullName, _unpacked.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        PrivateFiles.CreateFolder(around);
        string folder = Path.Combine(around, Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name ? name : "walk");
        _unpacked.Add((path, folder));
        return await WalkArchive.UnpackAsync(path, path, folder, stop).ConfigureAwait(false);
    }
}
