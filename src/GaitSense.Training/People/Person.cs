namespace GaitSense.Training.People;

/// <summary>A person who trains, under a pseudonym. Name and year of birth are in no table of this model: identity has a file of its own.</summary>
public sealed record Person
{
    /// <summary>Identifier, random (version 7).</summary>
    public required Guid Id { get; init; }

    /// <summary>Pseudonym, unique in a store: "P07". Letters, digits, '-' and '_' (the rule of <c>PersonId</c> in Recording).</summary>
    public required string Code { get; init; }

    /// <summary>Where the person lives, as an IANA zone: "Europe/Berlin". Days of a plan are days there.</summary>
    public required string Zone { get; init; }

    /// <summary>The usual walking aid; null: nobody said. <value>The default is null.</value></summary>
    public WalkingAid? Aid { get; init; }

    /// <summary>An orthosis or a foot-lifting stimulator is worn; null: nobody said. <value>The default is null.</value></summary>
    public Orthosis? Orthosis { get; init; }

    /// <summary>The weaker side. <value>The default is <see cref="AffectedSide.None"/>.</value></summary>
    public AffectedSide AffectedSide { get; init; }

    /// <summary>Leg length, m, 0.5 to 1.3; null: not measured.</summary>
    public double? LegLengthM { get; init; }

    /// <summary>Patient-determined disease steps, 0 to 8 (Hohol 1995, Learmonth 2013); null: not asked.</summary>
    public int? DiseaseSteps { get; init; }

    /// <summary>Day of the last reported relapse; null: none reported.</summary>
    public DateOnly? RelapseOn { get; init; }

    /// <summary>Day on which a clinician, or a person's word that a professional has seen them, ended the pause after a relapse; null: not ended.</summary>
    public DateOnly? ClearedOn { get; init; }

    /// <summary>Whether the person trains. <value>The default is <see cref="PersonStatus.Active"/>.</value></summary>
    public PersonStatus Status { get; init; }
}
