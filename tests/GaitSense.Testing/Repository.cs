namespace GaitSense.Testing;

/// <summary>Where files are that tests read: those of the repository they were built in, and those that lie beside it.</summary>
public static class Repository
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Above("GaitSense.sln") is { } solution ? Path.GetDirectoryName(solution)! : throw new InvalidOperationException("The tests do not run inside the repository.");

    /// <summary>The path of a file or a folder in the repository.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file or a folder in the nearest folder <c>shared</c> above the tests that has it; null where none has.</summary>
    public static string? Shared(params string[] parts) => Above(Path.Combine(["shared", .. parts]));

    private static string? Above(string name)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, name) is var path && Path.Exists(path)) return path;
        return null;
    }
}
