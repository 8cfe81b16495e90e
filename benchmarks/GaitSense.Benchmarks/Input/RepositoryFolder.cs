namespace GaitSense.Benchmarks;

/// <summary>The repository that this program was built in.</summary>
internal static class RepositoryFolder
{
    public static string Path { get; } = Find();

    /// <summary>The command as its own build leaves it, compiled ahead: what people run.</summary>
    public static string Command => System.IO.Path.Combine(Path, "src", "GaitSense.Cli", "bin", "Release", "net10.0", "gaitsense.dll");

    private static string Find()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(System.IO.Path.Combine(d.FullName, "GaitSense.sln"))) return d.FullName;
        throw new DirectoryNotFoundException("GaitSense.sln is in no folder above: run from within the repository.");
    }
}
