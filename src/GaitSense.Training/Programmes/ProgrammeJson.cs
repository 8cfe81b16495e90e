namespace GaitSense.Training.Programmes;

/// <summary>Programmes as files. Nothing is guessed: a key that does not exist is an error, a number outside its range too.</summary>
public static class ProgrammeJson
{
    /// <summary>Reads a programme and checks it.</summary>
    /// <param name="path">Where it is from, for errors.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="TrainingFileException">It is no programme, or has a number that cannot be: file, key, range.</exception>
    public static Programme Read(string path, string json)
    {
        Programme programme = TrainingJson.Read<Programme>(path, json);
        return ProgrammeRules.Fault(programme) is { } fault ? throw new TrainingFileException(path, fault) : programme;
    }

    /// <summary>Writes a programme.</summary>
    public static string Write(Programme programme) => TrainingJson.Write(programme);
}
