using System.Text;

namespace GaitSense.Benchmarks;

/// <summary>A file of benchmarks/results. It takes its name only when it is whole, so a stopped run leaves the old one.</summary>
internal static class ResultFile
{
    public static void Write(string name, string text)
    {
        string path = Path.Combine(Folder(), name), pending = path + ".tmp";
        File.WriteAllText(pending, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(pending, path, overwrite: true);
        Console.Error.WriteLine($"written: {path}");
    }

    private static string Folder()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            string path = Path.Combine(d.FullName, "benchmarks", "results");
            if (Directory.Exists(path)) return path;
        }

        throw new DirectoryNotFoundException("benchmarks/results is not there: run from within the repository.");
    }
}
