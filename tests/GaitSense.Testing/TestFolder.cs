namespace GaitSense.Testing;

/// <summary>A folder for one test, gone afterwards.</summary>
/// <param name="inMemory">Whether it lies in memory, where the system has such a place: for tests that write very many files.</param>
public class TestFolder(bool inMemory = false) : IDisposable
{
    private const string Memory = "/dev/shm";

    /// <summary>Where it is.</summary>
    public string Path { get; } = inMemory && Directory.Exists(Memory)
        ? Directory.CreateDirectory(System.IO.Path.Combine(Memory, "gaitsense-test-" + Guid.NewGuid().ToString("N"))).FullName
        : Directory.CreateTempSubdirectory("gaitsense-test-").FullName;

    /// <summary>The path of something in it, which need not exist.</summary>
    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file, and the folders above it; returns its path.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true); // some tests take it away
        GC.SuppressFinalize(this);
    }
}
