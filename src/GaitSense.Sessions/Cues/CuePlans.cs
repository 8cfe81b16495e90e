using GaitSense.Feedback.Plan;

namespace GaitSense.Sessions;

/// <summary>Cue plans as files.</summary>
public static class CuePlans
{
    /// <summary>Reads a plan.</summary>
    /// <exception cref="CuePlanException">There is none, or it cannot be used.</exception>
    public static CuePlan Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path)) throw new CuePlanException(path, "is a folder; a plan is a file: gaitsense cues --new FILE writes one to begin with");
        try
        {
            return CuePlanJson.Read(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CuePlanException(path, "there is no such file; gaitsense cues --new FILE writes a plan to begin with", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CuePlanException(path, $"cannot be read: {e.Message}", e);
        }
    }
}
