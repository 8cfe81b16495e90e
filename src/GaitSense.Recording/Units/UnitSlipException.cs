using GaitSense.Core;

namespace GaitSense.Recording.Units;

/// <summary>A file's numbers are in other units than the format says. Results from them would be wrong, so there are none.</summary>
public sealed class UnitSlipException : GaitSenseException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file.</param>
    /// <param name="verdict">What was found.</param>
    public UnitSlipException(string path, UnitVerdict verdict)
        : base($"{path}: {verdict.Message}")
    {
        Path = path;
        Verdict = verdict;
    }

    /// <summary>Creates an exception without facts.</summary>
    public UnitSlipException()
        : this("the units are not those of the format")
    {
    }

    /// <summary>Creates an exception without facts.</summary>
    public UnitSlipException(string message)
        : base(message) => Path = "";

    /// <summary>Creates an exception without facts, with its cause.</summary>
    public UnitSlipException(string message, Exception innerException)
        : base(message, innerException) => Path = "";

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What was found.</summary>
    public UnitVerdict Verdict { get; }
}
