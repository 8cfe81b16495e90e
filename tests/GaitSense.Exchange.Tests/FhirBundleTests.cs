using Firely.Fhir.Validation;
using GaitSense.Training.Records;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Specification.Source;
using Hl7.Fhir.Specification.Terminology;

namespace GaitSense.Exchange.Tests;

/// <summary>A person's measures as FHIR R4, validated offline against the specification.</summary>
public sealed class FhirBundleTests
{
    private static readonly Lazy<Validator> Offline = new(() =>
    {
        CachedResolver resolver = new(ZipSource.CreateValidationSource());
        return new Validator(resolver, new LocalTerminologyService(resolver), null, new ValidationSettings());
    });

    [Theory, InlineData(true, SessionSource.Sensors), InlineData(false, SessionSource.Sensors), InlineData(true, SessionSource.Simulation)]
    public void ToJson_OfAPerson_IsValidByTheSpecification(bool dates, SessionSource source)
    {
        Bundle bundle = Parsed(FhirBundle.ToJson(People.Person(source: source), dates));
        OperationOutcome outcome = Offline.Value.Validate(bundle);
        outcome.Issue.Where(i => i.Severity is OperationOutcome.IssueSeverity.Error or OperationOutcome.IssueSeverity.Fatal).Select(i => i.Details?.Text + " at " + string.Join(',', i.Expression)).ShouldBeEmpty();
        outcome.Success.ShouldBeTrue();
    }

    [Fact]
    public void Validate_OfADamagedBundle_FindsIt()
    {
        Bundle bundle = FhirBundle.Of(People.Person(), dates: true);
        ((Observation)bundle.Entry[1].Resource!).Status = null;
        Offline.Value.Validate(bundle).Success.ShouldBeFalse();
    }

    [Fact]
    public void Of_EveryCode_IsOneThatMayLeave()
    {
        Bundle bundle = FhirBundle.Of(People.Person(source: SessionSource.Simulation), dates: true);
        Coding[] codings = [.. bundle.Entry.Select(e => e.Resource).OfType<Observation>().SelectMany(o => o.Code.Coding.Concat(o.Category.SelectMany(c => c.Coding)).Concat(o.DataAbsentReason?.Coding ?? []).Concat(o.Meta?.Security ?? []))];
        codings.Length.ShouldBeGreaterThan(40);
        foreach (Coding coding in codings) (coding.System is FhirCodes.Own || FhirCodes.Allowed.Contains((coding.System ?? "", coding.Code ?? ""))).ShouldBeTrue($"{coding.System} {coding.Code}");
    }

    // Stride length is no step length, walking backward no walking speed, one foot not both.
    [Fact]
    public void Of_WhatIsOnlyNearlyTheSame_HasOurCodeAlone()
    {
        string[][] codes = [.. Observations().Select(o => o.Code.Coding.Select(c => c.Code ?? "").ToArray())];
        codes.ShouldContain(c => c.SequenceEqual(new[] { "walkingSpeed", "speed_mps.forward" }));
        codes.ShouldContain(c => c.SequenceEqual(new[] { "speed_mps.backward" }));
        codes.ShouldContain(c => c.SequenceEqual(new[] { "stride_length_m.forward.left" }));
        codes.ShouldContain(c => c.SequenceEqual(new[] { "55423-8", "steps" }));
        codes.ShouldContain(c => c.SequenceEqual(new[] { "89423-8", "tug@1.watch-from-go.fast" }));
        codes.ShouldContain(c => c.SequenceEqual(new[] { "sixMinuteWalkTestDistance", "6mwt@1.lap-distance.fast" }));
    }

    [Fact]
    public void Of_WhatIsWithheld_HasAReasonAndNoValue()
    {
        Observation[] withheld = [.. Observations().Where(o => o.DataAbsentReason is not null)];
        withheld.Length.ShouldBe(6); // of three sessions: a measure, and a test without an official result
        withheld.ShouldAllBe(o => o.Value == null);
        Observations().Count(o => o.Value is null).ShouldBe(6);
    }

    [Fact]
    public void Of_PracticeAndInvalidTrials_StayBehind() =>
        Observations().Select(o => o.Value).OfType<Quantity>().Select(q => q.Value).Intersect([15m, 3.1m]).ShouldBeEmpty();

    [Fact]
    public void Of_APatient_IsAPseudonymAndNothingElse()
    {
        Patient patient = FhirBundle.Of(People.Person(), dates: true).Entry.Select(e => e.Resource).OfType<Patient>().ShouldHaveSingleItem();
        (patient.Identifier.Single().Value, patient.Name.Count, patient.BirthDate, patient.Gender, patient.Address.Count).ShouldBe(("P07", 0, null, null, 0));
    }

    [Fact]
    public void Of_ForResearch_HasNoDate()
    {
        FhirBundle.ToJson(People.Person(), dates: true).ShouldContain("2026-");
        FhirBundle.ToJson(People.Person(), dates: false).ShouldNotContain("2026-");
    }

    [Fact]
    public void ToJson_Twice_IsTheSameBytes() => FhirBundle.ToJson(People.Person(), dates: false).ShouldBe(FhirBundle.ToJson(People.Person(), dates: false));

    private static Observation[] Observations() => [.. FhirBundle.Of(People.Person(), dates: true).Entry.Select(e => e.Resource).OfType<Observation>()];

    private static Bundle Parsed(string json) => (Bundle)FhirJsonDeserializer.DEFAULT.DeserializeResource(json);
}
