using System.Globalization;
using GaitSense.Core;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Import;

/// <summary>What a person says about foreign files. All of it is optional: what is not said is found in the files, or assumed and reported.</summary>
public sealed record ImportOptions
{
    /// <summary>The format, by its id; null: it is recognised by the content.</summary>
    public string? From { get; init; }

    /// <summary>The file of the left foot, or a sensor's name in a file that holds several.</summary>
    public string? Left { get; init; }

    /// <summary>The file of the right foot, or a sensor's name in a file that holds several.</summary>
    public string? Right { get; init; }

    /// <summary>Where a CSV file has what: <c>time=t,acc_x=ax,…,gyr_z=gz</c>, names or numbers from 1, a minus turns an axis round; null: by its header.</summary>
    public string? Columns { get; init; }

    /// <summary>Units of a CSV file: <c>acc=g,gyr=deg/s,time=ms</c>; null: by its header.</summary>
    public string? Units { get; init; }

    /// <summary>Counts in a unit, of raw readings: <c>acc=2048/g,gyr=16.4/(deg/s)</c>; null: the numbers are in units.</summary>
    public string? Scale { get; init; }

    /// <summary>Samples a second, Hz, above 0: rows lie evenly, whatever times the file has; null: by its times.</summary>
    public double? RateHz { get; init; }

    /// <summary>Whether both feet's times compare; null: only where the files show it.</summary>
    public RecordingClock? Clock { get; init; }

    /// <summary>The settings file that said some of it, for people; null: none did.</summary>
    public string? Settings { get; init; }

    /// <summary>The person's pseudonym, for the recording that is made; null: not known.</summary>
    public string? Participant { get; init; }

    /// <summary>The visit, for the recording that is made; null: not known.</summary>
    public string? Visit { get; init; }

    /// <summary>The person's group, for the recording that is made; null: not known.</summary>
    public string? Group { get; init; }

    /// <summary>One line that is the same for the same options. Whose the files are changes nothing in how they are read.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"format={From} left={Left} right={Right} columns={Columns} units={Units} scale={Scale} rate={RateHz?.ToString("R", CultureInfo.InvariantCulture)} clock={Clock?.ToString()}");

    /// <summary>The word given for a foot.</summary>
    internal string? Of(Foot foot) => foot == Foot.Left ? Left : Right;
}
