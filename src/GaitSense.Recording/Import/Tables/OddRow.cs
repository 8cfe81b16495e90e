namespace GaitSense.Recording.Import.Tables;

/// <summary>What a row of a table is that is no sample.</summary>
internal enum OddRow
{
    /// <summary>All its fields are empty.</summary>
    Empty,

    /// <summary>The names of the columns once more.</summary>
    Header,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Numbers, but no time.</summary>
    NoTime,
}
