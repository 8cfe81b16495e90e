using GaitSense.Recording;

namespace GaitSense.Benchmarks;

/// <summary>A file of benchmarks/results. It takes its name only when it is whole, so a stopped run leaves the old one.</summary>
internal static class ResultFile
{
    public static void Write(string name, string text)
    {
        string path = Path.Combine(RepositoryFolder.Path, "benchmarks", "results", name);
        WholeFile.Write(path, text);
        Console.Error.WriteLine($"written: {path}");
    }
}
