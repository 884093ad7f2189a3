package org.obolus.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Leaves in the API's document what programs are meant to call; pages for people are found by people. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {

    private static final String REFUSED = "#/components/responses/Refused";
    private static final String API = "/api/";
    private static final String COUNTS = "/counts";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var paths = document.getPaths();
        List.copyOf(paths.getPathItems().keySet()).stream()
                .filter(path -> !path.startsWith(API) && !path.equals(COUNTS))
                .forEach(paths::removePathItem);
        paths.getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getResponses)
                .forEach(ApiDocument::sayHowItRefuses);
    }

    /** Every refusal has the same form, whatever its status. */
    private static void sayHowItRefuses(APIResponses answers) {
        answers.removeAPIResponse("400");
        answers.setDefaultValue(OASFactory.createAPIResponse().ref(REFUSED));
    }
}
