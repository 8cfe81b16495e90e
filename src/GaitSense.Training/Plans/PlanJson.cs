using System.Globalization;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Programmes;

namespace GaitSense.Training.Plans;

/// <summary>Plans as <c>plan.json</c>.</summary>
public static class PlanJson
{
    /// <summary>Reads a plan and checks it.</summary>
    /// <param name="path">Where it is from, for errors.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="TrainingFileException">It is no plan, or has a number that cannot be: file, key, range.</exception>
    public static PlanDocument Read(string path, string json)
    {
        PlanDocument document = TrainingJson.Read<PlanDocument>(path, json);
        return Fault(document) is { } fault ? throw new TrainingFileException(path, fault) : document;
    }

    /// <summary>A file as the next version of a person's plan.</summary>
    /// <param name="path">Where it is from, for errors.</param>
    /// <param name="document">The file.</param>
    /// <param name="versions">The versions that there are.</param>
    /// <param name="person">The person.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="madeAt">When.</param>
    /// <exception cref="TrainingFileException">It is another person's, or begins on a day on which no plan that is made now does.</exception>
    public static PlanDocument Next(string path, PlanDocument document, IReadOnlyList<Plan> versions, Person person, string reason, string by, DateTimeOffset madeAt)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(person);
        if (!string.Equals(document.Person, person.Code, StringComparison.OrdinalIgnoreCase)) throw new TrainingFileException(path, $"the plan is of {document.Person}, not of {person.Code}");
        if (PlanRules.BeginFault(document.From, LocalDay.Of(madeAt, person.Zone)) is { } fault) throw new TrainingFileException(path, fault);
        return document with { Person = person.Code, Version = versions.Select(p => p.Version).DefaultIfEmpty(0).Max() + 1, Reason = reason, By = by, MadeAt = madeAt };
    }

    /// <summary>A plan's text as a file.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="code">Pseudonym of the person.</param>
    public static string Write(Plan plan, string code) => TrainingJson.Write(ToDocument(plan, code));

    /// <summary>A plan as a file has it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="code">Pseudonym of the person.</param>
    public static PlanDocument ToDocument(Plan plan, string code)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanDocument
        {
            Format = PlanDocument.FormatName,
            Person = code,
            Version = plan.Version,
            From = plan.From,
            FirstWeek = plan.FirstWeek,
            To = plan.To,
            Template = plan.Template,
            By = plan.By,
            MadeAt = plan.MadeAt,
            Reason = plan.Reason,
            Slots = plan.Slots,
        };
    }

    /// <summary>The plan that a file describes.</summary>
    /// <param name="document">The file.</param>
    /// <param name="person">The person whom it names.</param>
    /// <param name="id">The plan's identifier; those of its slots follow from it.</param>
    public static Plan ToPlan(PlanDocument document, Person person, Guid id)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(person);
        if (!string.Equals(document.Person, person.Code, StringComparison.Ordinal)) throw new ArgumentException("the plan is another person's", nameof(person));
        return new Plan
        {
            Id = id,
            PersonId = person.Id,
            Version = document.Version,
            From = document.From,
            FirstWeek = document.FirstWeek,
            To = document.To,
            Template = document.Template,
            By = document.By,
            MadeAt = document.MadeAt,
            Reason = document.Reason,
            Slots = [.. document.Slots.Select((s, i) => s with { Id = DerivedId.Of(id, string.Create(CultureInfo.InvariantCulture, $"slot {i + 1}")) })],
        };
    }

    /// <summary>The first thing that is wrong with a plan's file; null: nothing.</summary>
    internal static string? Fault(PlanDocument document)
    {
        if (document.Format is not PlanDocument.FormatName) return $"format is {document.Format}; a plan says {PlanDocument.FormatName}";
        if (document.Version < 1) return string.Create(CultureInfo.InvariantCulture, $"version is {document.Version}; it must be at least 1");
        if (document.To < document.From) return string.Create(CultureInfo.InvariantCulture, $"to is {document.To:yyyy-MM-dd}; it must not be before from, {document.From:yyyy-MM-dd}");
        if (document.Reason.Length == 0) return "reason is empty; each version says why it was made";
        return PlanRules.Fault(document.From, document.To, document.FirstWeek, document.Slots);
    }
}
