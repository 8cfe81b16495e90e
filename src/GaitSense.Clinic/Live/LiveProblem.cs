using System.Diagnostics.CodeAnalysis;
using GaitSense.Clinic.Api;
using GaitSense.Clinic.Hosting;
using GaitSense.Core;
using GaitSense.Storage;
using Microsoft.AspNetCore.Http;

namespace GaitSense.Clinic.Live;

/// <summary>Why a request about a live session is not done, as a page is told: one line, and reasons where there are several.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "it has a status")]
internal sealed class LiveProblem : GaitSenseException
{
    /// <summary>A problem.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="title">One line for a person.</param>
    /// <param name="reasons">Why, a sentence each.</param>
    public LiveProblem(int status, string title, IReadOnlyList<string>? reasons = null)
        : base(title) => (Status, Reasons) = (status, reasons is { Count: > 0 } ? reasons : null);

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>Why; null: the title says it.</summary>
    public IReadOnlyList<string>? Reasons { get; }

    /// <summary>What is not there, or is nobody's whom the account may see.</summary>
    public static LiveProblem NotFound() => new(StatusCodes.Status404NotFound, "not found");

    /// <summary>What cannot be asked for.</summary>
    public static LiveProblem Wrong(string what) => new(StatusCodes.Status400BadRequest, what);

    /// <summary>What holds it now.</summary>
    public static LiveProblem Held(string what, IReadOnlyList<string>? reasons = null) => new(StatusCodes.Status409Conflict, what, reasons);

    /// <summary>A failure of the world as a page is told it; null: it is no such failure.</summary>
    public static LiveProblem? Of(Exception failure) => failure switch
    {
        LiveProblem problem => problem,
        StoreException { Failure: StoreFailure.NotFound } => NotFound(),
        StoreException e => new(Failures.StatusOf(e.Failure), e.Message),
        GaitSenseException e => Held(e.Message),
        _ => null,
    };

    /// <summary>The answer.</summary>
    public IResult ToResult() => Answers.Problem(Status, Failures.Sentence(Message), Reasons);
}
