using GaitSense.Clinic.Api;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.People;

namespace GaitSense.Clinic.People;

/// <summary>What the desk says of a person; what is left out stays as it is.</summary>
internal sealed record PersonGiven
{
    /// <summary>Pseudonym.</summary>
    public string? Code { get; init; }

    /// <summary>IANA zone.</summary>
    public string? Zone { get; init; }

    /// <summary>Walking aid, a word.</summary>
    public string? Aid { get; init; }

    /// <summary>Orthosis, a word.</summary>
    public string? Orthosis { get; init; }

    /// <summary>Weaker side, a word.</summary>
    public string? AffectedSide { get; init; }

    /// <summary>Leg length, m.</summary>
    public double? LegLengthM { get; init; }

    /// <summary>Disease steps.</summary>
    public int? DiseaseSteps { get; init; }

    /// <summary>Day of a relapse.</summary>
    public string? RelapseOn { get; init; }

    /// <summary>Day on which the pause after it was ended.</summary>
    public string? ClearedOn { get; init; }

    /// <summary>Whether the person trains, a word.</summary>
    public string? Status { get; init; }

    /// <summary>Who it is: kept encrypted, beside the database.</summary>
    public string? Name { get; init; }

    /// <summary>Year of birth.</summary>
    public int? BirthYear { get; init; }

    /// <summary>A person with what was given.</summary>
    /// <exception cref="StoreException">A word or a number cannot be.</exception>
    public Person On(Person person)
    {
        Person next = person with
        {
            Code = Code ?? person.Code,
            Zone = Zone ?? person.Zone,
            Aid = Aid is null ? person.Aid : Answers.Word<WalkingAid>(Aid, "aid"),
            Orthosis = Orthosis is null ? person.Orthosis : Answers.Word<Orthosis>(Orthosis, "orthosis"),
            AffectedSide = AffectedSide is null ? person.AffectedSide : Answers.Word<AffectedSide>(AffectedSide, "affected_side"),
            LegLengthM = LegLengthM ?? person.LegLengthM,
            DiseaseSteps = DiseaseSteps ?? person.DiseaseSteps,
            RelapseOn = RelapseOn is null ? person.RelapseOn : Answers.Day(RelapseOn, "relapse_on"),
            ClearedOn = ClearedOn is null ? person.ClearedOn : Answers.Day(ClearedOn, "cleared_on"),
            Status = Status is null ? person.Status : Answers.Word<PersonStatus>(Status, "status"),
        };
        return PersonLimits.WhyNot(next) is { } why ? throw new StoreException(StoreFailure.Refused, why) : next;
    }

    /// <summary>Who it is; null: not given.</summary>
    /// <exception cref="StoreException">The year cannot be, or the name has no end.</exception>
    public Identity? Identity()
    {
        string name = OutsideText.Line(Name ?? "").Trim();
        if (name.Length == 0) return null;
        if (name.Length > TextLimits.NameCharacters) throw new StoreException(StoreFailure.Refused, FormattableString.Invariant($"a name has at most {TextLimits.NameCharacters} characters"));
        if (BirthYear is not (null or (>= 1900 and <= 2100))) throw new StoreException(StoreFailure.Refused, "the year of birth is a year like 1961");
        return new Identity(name, BirthYear);
    }
}
