using GaitSense.Core;
using GaitSense.Recording.Text;
using GaitSense.Reference;

namespace GaitSense.Recording.Results;

/// <summary>Writes a <c>reference/</c> folder. A list that is null makes no file.</summary>
internal static class ReferenceFolderWriter
{
    /// <summary>Writes the data into a folder, created where it is missing. A direction that is unknown is no label: an empty field.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static void Write(string folder, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Table(folder, ReferenceFolder.Events, ReferenceFolder.EventColumns, reference.Events, static (t, e) =>
            t.Text(Words.Of(e.Foot)).Text(Words.Of(e.Kind)).Time(e.Time).Text(Label(e.Direction)));
        Table(folder, ReferenceFolder.Strides, ReferenceFolder.StrideColumns, reference.Strides, static (t, s) =>
            t.Text(Words.Of(s.Foot)).Time(s.Start).Time(s.End).Number(s.LengthM, 6).Text(Label(s.Direction)));
        Table(folder, ReferenceFolder.Sequence, ReferenceFolder.SequenceColumns, reference.StrideSequence, static (t, s) =>
            t.Text(Words.Of(s.Foot)).Number(s.StrideTimeS, 6).Number(s.LengthM, 6));
        IReadOnlyList<IgnoredSpan>? ignored = reference.Ignored.Count > 0 ? reference.Ignored : null;
        Table(folder, ReferenceFolder.Ignore, ReferenceFolder.IgnoreColumns, ignored, static (t, s) =>
            t.Text(Words.Of(s.Foot)).Time(s.Start).Time(s.End).Text(s.Why));
    }

    private static string Label(WalkingDirection direction) => direction == WalkingDirection.Unknown ? "" : Words.Of(direction);

    private static void Table<T>(string folder, string name, string[] columns, IReadOnlyList<T>? rows, Action<TableWriter, T> write)
    {
        if (rows is null) return;
        using var table = new TableWriter(folder, name, columns);
        foreach (T row in rows)
        {
            write(table, row);
            table.EndRow();
        }

        table.Complete();
    }
}
