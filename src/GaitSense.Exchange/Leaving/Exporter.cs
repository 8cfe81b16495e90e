using System.Globalization;
using System.Text;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Export;
using GaitSense.Recording.Files;
using GaitSense.Recording.Plain;

namespace GaitSense.Exchange;

/// <summary>Lets data leave: after a question, into an empty folder, with a manifest of what left.</summary>
public static class Exporter
{
    /// <summary>Writes an export.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="folder">Where it goes: a folder that is not there yet, or is empty.</param>
    /// <param name="ask">Asked with what would leave, before anything is written; what it answers is done. A command's <c>--yes</c> answers true.</param>
    /// <param name="stop">Ends it; what was written stays without a manifest.</param>
    /// <returns>The manifest; null: the answer was no, and nothing was written.</returns>
    /// <exception cref="ExchangeException">Nobody may leave, or the folder is not empty.</exception>
    /// <exception cref="RecordingFormatException">A recording cannot be read.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public static async Task<ExportManifest?> WriteAsync(ExportRequest request, string folder, Func<ExportPlan, bool> ask, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(ask);
        ExportPlan plan = ExportPlan.Of(request);
        if (plan.Leaving.Count == 0) throw new ExchangeException($"nobody's data may leave: {string.Join("; ", plan.Staying.Select(s => $"{s.Code}: {s.Why}"))}");
        if (Path.Exists(folder) && (File.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any())) throw new ExchangeException($"{OutsideText.Line(folder)} is there already and is not empty: choose another place");
        if (!ask(plan)) return null;

        bool dates = request.Purpose == ExportPurpose.Care;
        List<string> files = [], notes = [.. plan.Staying.Select(s => $"{s.Code} stayed: {s.Why}"), .. plan.LeftOut.Select(s => s.Words)];
        PrivateFiles.CreateFolder(folder);
        if ((request.Formats & (ExportFormats.Csv | ExportFormats.Parquet)) != ExportFormats.None)
        {
            foreach (ExchangeTable table in ExchangeTables.Of([.. plan.Leaving.Select(p => p.Person)], dates))
            {
                if (request.Formats.HasFlag(ExportFormats.Csv)) Write(table.Name + ".csv", Encoding.UTF8.GetBytes(table.ToCsv()));
                if (request.Formats.HasFlag(ExportFormats.Parquet)) Write(table.Name + ".parquet", await ParquetTable.ToBytesAsync(table, stop).ConfigureAwait(false));
            }
        }

        foreach ((PersonExport person, _) in plan.Leaving)
        {
            stop.ThrowIfCancellationRequested();
            if (request.Formats.HasFlag(ExportFormats.Fhir)) Write($"fhir-{person.Person.Code}.json", Encoding.UTF8.GetBytes(FhirBundle.ToJson(person, dates)));
            if (request.Formats.HasFlag(ExportFormats.Bids)) Bids(person, stop);
        }

        ExportManifest manifest = Manifest(plan, folder, files, notes);
        WholeFile.Write(Path.Combine(folder, ExportManifest.FileName), manifest.ToJson());
        return manifest;

        void Write(string name, byte[] bytes)
        {
            WholeFile.Write(Path.Combine(folder, name), bytes);
            files.Add(name);
        }

        void Bids(PersonExport person, CancellationToken token)
        {
            int number = 0;
            string label = new([.. person.Person.Code.Where(char.IsAsciiLetterOrDigit)]);
            foreach (var session in ExchangeTables.InOrder(person))
            {
                number++;
                if (!person.Recordings.TryGetValue(session.Id, out string? recording)) continue;
                string name = string.Create(CultureInfo.InvariantCulture, $"bids/{label}-{number:000}");
                ExportResult result = BidsExport.Write(PlainRecording.Open(recording), Path.Combine(folder, name), new BidsExportOptions { Participant = label, Task = "walk", Software = (request.Software, null) }, stop: token);
                files.AddRange(result.Files.Select(f => name + "/" + f.Replace('\\', '/')));
                notes.AddRange(result.Notes.Select(n => name + ": " + n));
            }

            if (person.Recordings.Count == 0) notes.Add($"{person.Person.Code}: no recording is kept, so there is no BIDS data set");
        }
    }

    private static ExportManifest Manifest(ExportPlan plan, string folder, List<string> files, List<string> notes) => new()
    {
        By = OutsideText.Line(plan.Request.By),
        At = plan.Request.At,
        Purpose = plan.Request.Purpose == ExportPurpose.Care ? "care" : "research",
        Study = plan.Request.Study is { } study ? OutsideText.Line(study) : null,
        Software = OutsideText.Line(plan.Request.Software),
        People = [.. plan.Leaving.Select(p => new ManifestPerson(p.Person.Person.Code, p.Person.Sessions.Count, p.Person.Sessions.Sum(s => s.Measures.Count), p.Person.Sessions.Sum(s => s.Trials.Count), p.By?.What, p.By?.Given))],
        Files = [.. files.Order(StringComparer.Ordinal).Select(f => new ManifestFile(f, new FileInfo(Path.Combine(folder, f)).Length, Sha256Hex.OfFile(Path.Combine(folder, f))))],
        Notes = notes,
    };
}
