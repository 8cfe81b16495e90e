using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GaitSense.Core;
using GaitSense.Recording.Files;

namespace GaitSense.Clinic.Live;

/// <summary>
/// What a server is called where sessions say where they run: a name that says nothing of its computer, the same as long as its file is there. A lock beside the file is held while the server
/// runs, so that no other server has the name, and one that was killed finds its own sessions again.
/// </summary>
internal sealed class NodeName : IDisposable
{
    private const int Bytes = 4, MostServers = 16, MostLetters = 40;

    private readonly FileStream? _held;

    private NodeName(string name, FileStream? held) => (Name, _held) = (name, held);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Takes the first name of a folder that no server has (<c>node.txt</c>, <c>node-2.txt</c>, ...); made where there is none. Where it cannot be kept, one of this moment.</summary>
    /// <param name="folder">The folder of the store's files.</param>
    public static NodeName Hold(string folder)
    {
        string made = "node-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        for (int n = 1; n <= MostServers; n++)
        {
            string path = Path.Combine(folder, n == 1 ? "node" : string.Create(CultureInfo.InvariantCulture, $"node-{n}"));
            FileStream? held = null;
            try
            {
                Directory.CreateDirectory(folder);
                held = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return new NodeName(NameIn(path + ".txt", made), held);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or GaitSenseException)
            {
                // Another server has it, or it cannot be kept.
                held?.Dispose();
            }
        }

        return new NodeName(made, held: null);
    }

    /// <inheritdoc/>
    public void Dispose() => _held?.Dispose();

    private static string NameIn(string file, string made)
    {
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 and < MostLetters } known && known.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return known;
        WholeFile.Write(file, Encoding.ASCII.GetBytes(made + "\n"));
        return made;
    }
}
