using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Measure = GaitSense.Training.Records.Measure;

namespace GaitSense.Exchange;

/// <summary>
/// A person's measures and timed tests as a FHIR R4 bundle: a patient who is a pseudonym and nothing else, and an observation for each. What is withheld has a reason and no value.
/// Practice trials and attempts that do not count stay.
/// </summary>
internal static class FhirBundle
{
    /// <summary>The bundle.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="dates">Whether times of sessions are in it.</param>
    public static Bundle Of(PersonExport person, bool dates)
    {
        string code = person.Person.Code, patient = Urn(code, "patient");
        Bundle bundle = new() { Type = Bundle.BundleType.Collection };
        Add(patient, new Patient { Identifier = [new Identifier(FhirCodes.Pseudonyms, code)], Active = true });
        Session[] sessions = ExchangeTables.InOrder(person);
        for (int i = 0; i < sessions.Length; i++)
        {
            Session session = sessions[i];
            string at = (i + 1).ToString(CultureInfo.InvariantCulture);
            int number = 0;
            foreach (Measure measure in session.Measures) Put(Of(measure));
            foreach (Trial trial in session.Trials.Where(t => t is { Practice: false, Validity: Validity.Valid } && t.Definition is not null).OrderBy(t => t.No)) Put(Of(trial));

            void Put(Observation o)
            {
                o.Status = ObservationStatus.Final;
                o.Category = [new CodeableConcept(FhirCodes.Categories, "activity")];
                o.Subject = new ResourceReference(patient);
                if (dates) o.Effective = When(session);
                if (session.Source == SessionSource.Simulation) o.Meta = new Meta { Security = [new Coding(FhirCodes.ActReasons, "HTEST")] };
                Add(Urn(code, at, (++number).ToString(CultureInfo.InvariantCulture)), o);
            }
        }

        return bundle;

        void Add(string url, Resource resource) => bundle.Entry.Add(new Bundle.EntryComponent { FullUrl = url, Resource = resource });
    }

    /// <summary>The bundle as JSON.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="dates">Whether times of sessions are in it.</param>
    public static string ToJson(PersonExport person, bool dates) => FhirJsonSerializer.Default.SerializeToString(Of(person, dates), pretty: true).ReplaceLineEndings("\n") + "\n";

    private static Observation Of(Measure m)
    {
        string name = ExchangeTables.Key(m.Name) ?? "other", side = m.Side is { } foot ? "." + Words.InFiles(foot) : "", way = m.Direction == WalkingDirection.Unknown ? "" : "." + Words.InFiles(m.Direction);
        Observation o = new() { Code = Concept(name + way + side, FhirCodes.Of(m)) };
        if (m.Value is { } value && double.IsFinite(value)) o.Value = Amount(value, m.Unit);
        else o.DataAbsentReason = new CodeableConcept(FhirCodes.AbsentReasons, "unknown");
        return o;
    }

    private static Observation Of(Trial t)
    {
        string[] parts = [ExchangeTables.Key(t.Test) ?? "other", ExchangeTables.Key(t.Definition) ?? "other", ExchangeTables.Key(t.Instruction) ?? "other"];
        Observation o = new() { Code = Concept(string.Join('.', parts), FhirCodes.Of(t)) };
        if (t.Official is { } official && double.IsFinite(official)) o.Value = Amount(official, ResultUnit.Of(t) ?? (t.DistanceM is null ? "s" : "m"));
        else o.DataAbsentReason = new CodeableConcept(FhirCodes.AbsentReasons, "unknown");
        return o;
    }

    private static CodeableConcept Concept(string own, (string System, string Code)? other)
    {
        CodeableConcept concept = new() { Coding = [new Coding(FhirCodes.Own, own)] };
        if (other is { } o) concept.Coding.Insert(0, new Coding(o.System, o.Code));
        return concept;
    }

    private static Quantity Amount(double value, string unit) => FhirCodes.Unit(unit) is { } ucum
        ? new Quantity { Value = Round(value), Unit = unit, System = FhirCodes.Ucum, Code = ucum }
        : new Quantity { Value = Round(value), Unit = OutsideText.ShortLine(unit, 40) };

    // Six decimals are finer than any quantity here.
    private static decimal Round(double value) => Math.Round((decimal)Math.Clamp(value, -1e12, 1e12), 6);

    private static DataType When(Session session) => session.End is { } end && end >= session.Start
        ? new Period(new FhirDateTime(session.Start), new FhirDateTime(end))
        : new FhirDateTime(session.Start);

    // The same person and number give the same address; nothing of a session's own id, which has its time in it.
    private static string Urn(params string[] parts)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes("gaitsense|" + string.Join('|', parts)))[..16];
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(hash, bigEndian: true);
    }
}
