using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GaitSense.Clinic.Live;

/// <summary>
/// What a server is called where sessions say where they run: a name that says nothing of its computer, the same as long as its file is there. The file is held while the server runs, so that no
/// other server has the name, and one that was killed finds its own sessions again.
/// </summary>
internal sealed class NodeName : IDisposable
{
    /// <summary>The file; of further servers on one folder "node-2.txt", ...</summary>
    public const string FileName = "node.txt";

    private const int Bytes = 4, MostServers = 16, MostLetters = 40;

    private readonly FileStream? _held;

    private NodeName(string name, FileStream? held) => (Name, _held) = (name, held);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Takes the first name of a folder that no server has; made where there is none. Where it cannot be kept, one of this moment.</summary>
    /// <param name="folder">The folder of the store's files.</param>
    public static NodeName Hold(string folder)
    {
        string made = "node-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        for (int n = 1; n <= MostServers; n++)
        {
            string file = n == 1 ? FileName : string.Create(CultureInfo.InvariantCulture, $"node-{n}.txt");
            try
            {
                Directory.CreateDirectory(folder);
                FileStream held = new(Path.Combine(folder, file), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return new NodeName(NameIn(held, made), held);
            }
            catch (IOException)
            {
                // Another server has it.
            }
            catch (UnauthorizedAccessException)
            {
                break;
            }
        }

        return new NodeName(made, held: null);
    }

    /// <inheritdoc/>
    public void Dispose() => _held?.Dispose();

    private static string NameIn(FileStream file, string made)
    {
        using StreamReader reader = new(file, Encoding.ASCII, leaveOpen: true);
        if (reader.ReadToEnd().Trim() is { Length: > 0 and < MostLetters } known && known.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return known;
        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(made + "\n"));
        file.Flush();
        return made;
    }
}
