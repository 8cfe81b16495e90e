using System.Text.RegularExpressions;

namespace GaitSense.Clinic.Pages;

/// <summary>The pages as they were built: a folder of files, the walker's and, where it is there, the desk.</summary>
public sealed partial record PageFolder
{
    // Beside an installed program, and in the tree of the sources.
    private const string Beside = "pages", InSources = "src/GaitSense.Web/dist", First = "index.html", DeskFile = "desk.html";

    // A page that says nothing of what it needs gets nothing but its own files.
    private const string OwnFilesAlone = "default-src 'self'";

    /// <summary>The folder, absolute.</summary>
    public required string Path { get; init; }

    /// <summary>What the page may load and do, as it says itself (Content-Security-Policy): one place has it, its first file.</summary>
    public required string Policy { get; init; }

    /// <summary>What the desk may load and do: what its file says, else what a page of one's own files needs.</summary>
    public required string DeskPolicy { get; init; }

    /// <summary>Whether the desk was built.</summary>
    public required bool HasDesk { get; init; }

    /// <summary>Whether the walk's own part was there when the page was built. Without it the page opens, and no walk does.</summary>
    public required bool HasWalk { get; init; }

    /// <summary>The two commands that make the pages, as they are typed where the sources are.</summary>
    public static IReadOnlyList<string> MadeBy { get; } =
    [
        "dotnet publish src/GaitSense.Browser -c Release -o artifacts/browser",
        "(cd src/GaitSense.Web && npm ci && npm run build)",
    ];

    /// <summary>Finds the pages; null: there are none, and <paramref name="looked"/> says where they were looked for.</summary>
    /// <param name="given">A folder that somebody named, the only one that is looked at; null: beside the program, then in the sources that it was built in.</param>
    /// <param name="program">The program's own folder.</param>
    /// <param name="looked">The folders that were looked at.</param>
    public static PageFolder? Find(string? given, string program, out IReadOnlyList<string> looked)
    {
        string[] places = given is not null ? [System.IO.Path.GetFullPath(given)] : [.. Places(program)];
        looked = places;
        return places.FirstOrDefault(p => File.Exists(System.IO.Path.Combine(p, First))) is { } path ? Of(path) : null;
    }

    private static PageFolder Of(string path) => new()
    {
        Path = path,
        Policy = Said(System.IO.Path.Combine(path, First)) ?? OwnFilesAlone,
        DeskPolicy = Said(System.IO.Path.Combine(path, DeskFile)) ?? OwnFilesAlone,
        HasDesk = File.Exists(System.IO.Path.Combine(path, DeskFile)),
        HasWalk = File.Exists(System.IO.Path.Combine(path, "walk", "worker.js")),
    };

    private static string? Said(string file) => File.Exists(file) && Policies().Match(File.ReadAllText(file)) is { Success: true } said ? said.Groups["policy"].Value : null;

    private static IEnumerable<string> Places(string program)
    {
        yield return System.IO.Path.Combine(program, Beside);
        for (DirectoryInfo? at = new(program); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "GaitSense.sln"))) yield return System.IO.Path.GetFullPath(InSources, at.FullName);
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\" content=\"(?<policy>[^\"\r\n]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Policies();
}
