using System.Security.Cryptography;
using GaitSense.Core;
using GaitSense.Recording.Files;

namespace GaitSense.Clinic.Live;

/// <summary>What this computer is called where sessions say where they run: a name that says nothing of it, the same as long as its file is there.</summary>
public static class NodeName
{
    /// <summary>The file.</summary>
    public const string FileName = "node.txt";

    private const int Bytes = 4;

    /// <summary>The name that a folder of this computer has; made where there is none. Where it cannot be kept, one of this moment.</summary>
    /// <param name="folder">The folder.</param>
    public static string Of(string folder)
    {
        string made = "node-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        try
        {
            string file = Path.Combine(folder, FileName);
            if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 and < 40 } known) return known;
            WholeFile.Write(file, System.Text.Encoding.ASCII.GetBytes(made + "\n"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or GaitSenseException)
        {
            // A name of this moment does as well: it is only shown.
        }

        return made;
    }
}
