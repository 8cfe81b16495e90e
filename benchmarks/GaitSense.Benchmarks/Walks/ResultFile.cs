using GaitSense.Recording.Files;

namespace GaitSense.Benchmarks;

/// <summary>A file of benchmarks/results. It takes its name only when it is whole, so a stopped run leaves the old one.</summary>
internal static class ResultFile
{
    public static void Write(string name, string text) => Write(Path.Combine("benchmarks", "results"), name, text);

    /// <summary>A table too long to be read in the repository: artifacts/, which git ignores.</summary>
    public static void WriteWhole(string name, string text) => Write("artifacts", name, text);

    private static void Write(string folder, string name, string text)
    {
        string path = Path.Combine(RepositoryFolder.Path, folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Write(path, text);
        Console.Error.WriteLine($"written: {path}");
    }
}
